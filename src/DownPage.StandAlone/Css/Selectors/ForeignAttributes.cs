using System.Collections.Frozen;

namespace DownPage.StandAlone.Css.Selectors;

/// <summary>
/// Attributes of SVG and MathML that are not in lower case (HTML, "adjust SVG attributes"): there are browsers in which
/// <c>[viewbox]</c> matches them, and others in which it does not.
/// </summary>
internal static class ForeignAttributes
{
    private static readonly FrozenDictionary<string, string> Names = new[]
    {
        "attributeName", "attributeType", "baseFrequency", "baseProfile", "calcMode", "clipPathUnits",
        "definitionURL", "diffuseConstant", "edgeMode", "filterUnits", "glyphRef", "gradientTransform",
        "gradientUnits", "kernelMatrix", "kernelUnitLength", "keyPoints", "keySplines", "keyTimes", "lengthAdjust",
        "limitingConeAngle", "markerHeight", "markerUnits", "markerWidth", "maskContentUnits", "maskUnits",
        "numOctaves", "pathLength", "patternContentUnits", "patternTransform", "patternUnits", "pointsAtX",
        "pointsAtY", "pointsAtZ", "preserveAlpha", "preserveAspectRatio", "primitiveUnits", "refX", "refY",
        "repeatCount", "repeatDur", "requiredExtensions", "requiredFeatures", "specularConstant", "specularExponent",
        "spreadMethod", "startOffset", "stdDeviation", "stitchTiles", "surfaceScale", "systemLanguage", "tableValues",
        "targetX", "targetY", "textLength", "viewBox", "viewTarget", "xChannelSelector", "yChannelSelector",
        "zoomAndPan",
    }.ToFrozenDictionary(name => name.ToLowerInvariant());

    /// <summary>The name as those elements have it; null: it is in lower case there too.</summary>
    public static string? Find(string lowerName) => Names.GetValueOrDefault(lowerName);
}
