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

/// <summary>
/// A poster in the list of its campaign; <paramref name="Inviter"/> is the participant whose own poster it is, and null
/// for a shared one.
/// </summary>
public sealed record ListedPosterView(
    string PosterId,
    string Code,
    string Title,
    string? Inviter,
    string ScanUrl,
    string ImageUrl,
    string SvgUrl,
    DateTimeOffset CreatedAt)
{
    /// <summary>The view with absolute addresses.</summary>
    public static ListedPosterView From(ListedPoster listed, Func<string, string> absolute)
    {
        var view = PosterView.From(listed.Poster, absolute);
        return new(
            view.PosterId,
            view.Code,
            listed.Poster.Title,
            listed.Inviter,
            view.ScanUrl,
            view.ImageUrl,
            view.SvgUrl,
            listed.Poster.CreatedAt);
    }
}
