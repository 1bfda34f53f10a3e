using FunctionsApp.Platform.QrCodes;

namespace FunctionsApp.Acquisition.Posters;

/// <summary>
/// The poster's colours. Ink on paper has a contrast of more than 12 to 1, so a camera reads the code in poor light.
/// </summary>
static class PosterPalette
{
    public static readonly RgbColor Brand = new(0x0f, 0x8a, 0x57);
    public static readonly RgbColor Deep = new(0x06, 0x4b, 0x38);
    public static readonly RgbColor Ink = new(0x06, 0x33, 0x27);
    public static readonly RgbColor Muted = new(0x5b, 0x71, 0x69);
    public static readonly RgbColor Accent = new(0xff, 0xd1, 0x66);
    public static readonly RgbColor Paper = new(0xff, 0xff, 0xff);
}
