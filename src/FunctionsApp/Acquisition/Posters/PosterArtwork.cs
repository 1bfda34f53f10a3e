namespace FunctionsApp.Acquisition.Posters;

/// <summary>
/// What a poster shows. It is laid out for a title of up to 40 characters and six lines of up to 40; longer text is cut with an
/// ellipsis. <see cref="ScanUrl"/> is what the QR code holds, character for character, 512 bytes at most.
/// </summary>
public sealed record PosterArtwork(
    string Title, IReadOnlyList<string> Lines, string ScanUrl, string? Footer = null, string CallToAction = PosterTexts.CallToAction);
