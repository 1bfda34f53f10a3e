using FunctionsApp.Platform.QrCodes;

namespace FunctionsApp.Acquisition.Posters;

/// <summary>
/// The poster's code alone, as a picture: the QR code in ink on white paper with its quiet zone, for print shops and chat windows.
/// It carries no words, because drawing text into pixels needs a font rasteriser and the app ships none; the SVG is the whole poster.
/// </summary>
public static class PosterPng
{
    const int MinimumSide = 960;

    /// <summary>A PNG at least 960 pixels wide that decodes to exactly <see cref="PosterArtwork.ScanUrl"/>.</summary>
    public static byte[] Render(PosterArtwork artwork) =>
        QrSymbol.Encode(artwork.ScanUrl).Png(MinimumSide, PosterPalette.Ink, PosterPalette.Paper);
}
