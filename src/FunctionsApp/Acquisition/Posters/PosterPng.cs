using FunctionsApp.Platform.QrCodes;

namespace FunctionsApp.Acquisition.Posters;

/// <summary>
/// The QR code of a poster as a picture with its quiet zone, for print shops and chat windows. It has no text, because
/// text in pixels needs a font rasteriser, which the app does not have; the SVG is the whole poster.
/// </summary>
public static class PosterPng
{
    const int MinimumSide = 960;

    /// <summary>A PNG of at least 960 pixels that decodes to <see cref="PosterArtwork.ScanUrl"/>.</summary>
    public static byte[] Render(PosterArtwork artwork) =>
        QrSymbol.Encode(artwork.ScanUrl).Png(MinimumSide, PosterPalette.Ink, PosterPalette.Paper);
}
