using Community.Acquisition.Posters;

namespace FunctionsApp.Acquisition.Posters;

/// <summary>A poster in the API.</summary>
public sealed record PosterView(string PosterId, string Code, string ScanUrl, string ImageUrl, string SvgUrl)
{
    /// <summary>The view with absolute addresses.</summary>
    public static PosterView From(Poster poster, Func<string, string> absolute) => new(
        poster.Id,
        poster.Code,
        absolute(ScanPath(poster)),
        absolute($"/posters/{poster.Id}.png"),
        absolute(SvgPath(poster)));

    /// <summary>The path in the QR code.</summary>
    public static string ScanPath(Poster poster) => $"/s/{poster.Code}";

    public static string SvgPath(Poster poster) => $"/posters/{poster.Id}.svg";
}
