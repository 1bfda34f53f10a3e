namespace FunctionsApp.Acquisition.Posters;

/// <summary>
/// The content of a poster. The layout fits a title of up to 40 characters and six lines of up to 40; longer text is
/// cut with an ellipsis. <see cref="ScanUrl"/> is the exact content of the QR code, at most 512 bytes.
/// </summary>
public sealed record PosterArtwork(
    string Title,
    IReadOnlyList<string> Lines,
    string ScanUrl,
    string? Footer = null,
    string CallToAction = PosterTexts.CallToAction);
