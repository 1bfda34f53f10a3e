namespace FunctionsApp.Platform.QrCodes;

/// <summary>A colour, eight bits a channel.</summary>
public sealed record RgbColor(byte Red, byte Green, byte Blue)
{
    /// <summary>The channels as a PNG palette holds them.</summary>
    public byte[] ToPalette() => [Red, Green, Blue];

    /// <summary>The colour as CSS and SVG write it: <c>#rrggbb</c>.</summary>
    public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";
}
