using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;

namespace DownPage.Renderer.Hosting;

/// <summary>
/// Assemblies compiled for another processor. `-r linux-arm64` stamps the machine type into assemblies that hold
/// nothing but IL, and the runtime refuses them for the stamp alone: a copy with this machine's stamp loads.
/// </summary>
internal static class ForeignAssembly
{
    private const int CorFlagsOffset = 16;
    private const byte Requires32Bit = 0x02;

    /// <summary>
    /// The path of a copy that loads here, or <paramref name="path"/> itself where nothing is in the way.
    /// </summary>
    public static string Retarget(string path, string directory)
    {
        var image = File.ReadAllBytes(path);
        using var reader = new PEReader(new MemoryStream(image));
        if (reader.PEHeaders.CorHeader is not { } cor || !cor.Flags.HasFlag(CorFlags.ILOnly))
        {
            return path;
        }

        var wanted = (ushort)MachineFor(reader.PEHeaders);
        if ((ushort)reader.PEHeaders.CoffHeader.Machine == wanted && !cor.Flags.HasFlag(CorFlags.Requires32Bit))
        {
            return path;
        }

        BitConverter.TryWriteBytes(image.AsSpan(reader.PEHeaders.CoffHeaderStartOffset), wanted);
        image[reader.PEHeaders.CorHeaderStartOffset + CorFlagsOffset] &= unchecked((byte)~Requires32Bit);
        Directory.CreateDirectory(directory);
        var copy = Path.Combine(directory, Path.GetFileName(path));
        File.WriteAllBytes(copy, image);
        return copy;
    }

    // A 32-bit image is loadable everywhere as "any CPU", whose stamp is I386.
    private static Machine MachineFor(PEHeaders headers) => headers.PEHeader!.Magic == PEMagic.PE32
        ? Machine.I386
        : RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? Machine.Arm64 : Machine.Amd64;
}
