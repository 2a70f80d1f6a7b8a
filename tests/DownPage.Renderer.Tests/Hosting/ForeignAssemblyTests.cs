using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using DownPage.Renderer.Hosting;

namespace DownPage.Renderer.Tests.Hosting;

[TestClass]
public sealed class ForeignAssemblyTests : IDisposable
{
    private const int Answer = 42;

    private static readonly Machine ForeignMachine =
        RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? Machine.Amd64 : Machine.Arm64;

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [TestMethod]
    [DataRow(Machine.I386, CorFlags.ILOnly | CorFlags.Requires32Bit, DisplayName = "x86")]
    [DataRow(Machine.ArmThumb2, CorFlags.ILOnly, DisplayName = "arm")]
    [DataRow(Machine.Unknown, CorFlags.ILOnly, DisplayName = "the other 64-bit processor")]
    public void Retarget_CompiledForAnotherProcessor_LoadsAndRuns(Machine machine, CorFlags flags)
    {
        var original = Compile(machine == Machine.Unknown ? ForeignMachine : machine, flags);
        var bytes = File.ReadAllBytes(original);

        var copy = ForeignAssembly.Retarget(original, folder.PathOf("retargeted"));

        Assert.AreEqual(folder.PathOf("retargeted/Foreign.dll"), copy);
        Assert.AreEqual(Answer, Run(copy));
        CollectionAssert.AreEqual(bytes, File.ReadAllBytes(original), "The build output is not ours to change.");
    }

    [TestMethod]
    public void Retarget_CompiledForAnotherProcessor_IsNeeded()
        => Assert.Throws<Exception>(() => Run(Compile(ForeignMachine, CorFlags.ILOnly)));

    [TestMethod]
    public void Retarget_CompiledForAnyProcessor_IsTheFileItself()
    {
        var original = Compile(Machine.I386, CorFlags.ILOnly);

        Assert.AreEqual(original, ForeignAssembly.Retarget(original, folder.PathOf("retargeted")));
        Assert.IsFalse(Directory.Exists(folder.PathOf("retargeted")));
    }

    // The framework's own assemblies hold machine code, which no stamp makes run elsewhere.
    [TestMethod]
    public void Retarget_WithMachineCode_IsTheFileItself()
    {
        var original = typeof(object).Assembly.Location;

        Assert.AreEqual(original, ForeignAssembly.Retarget(original, folder.PathOf("retargeted")));
    }

    private string Compile(Machine machine, CorFlags flags)
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName("Foreign"), typeof(object).Assembly);
        var type = assembly.DefineDynamicModule("Foreign").DefineType("Program", TypeAttributes.Public);
        var body = type.DefineMethod("Main", MethodAttributes.Public | MethodAttributes.Static, typeof(int), []).GetILGenerator();
        body.Emit(OpCodes.Ldc_I4, Answer);
        body.Emit(OpCodes.Ret);
        type.CreateType();
        var image = new BlobBuilder();
        new ManagedPEBuilder(
            new PEHeaderBuilder(machine, imageCharacteristics: Characteristics.ExecutableImage | Characteristics.Dll),
            new MetadataRootBuilder(assembly.GenerateMetadata(out var il, out _)),
            il,
            flags: flags).Serialize(image);
        var path = folder.PathOf("Foreign.dll");
        File.WriteAllBytes(path, image.ToArray());
        return path;
    }

    private static int Run(string path)
    {
        var context = new AssemblyLoadContext("Foreign", isCollectible: true);
        try
        {
            using var image = new MemoryStream(File.ReadAllBytes(path));
            return (int)context.LoadFromStream(image).GetType("Program")!.GetMethod("Main")!.Invoke(null, null)!;
        }
        finally
        {
            context.Unload();
        }
    }
}
