using static FunctionsApp.Acquisition.Landing.PublicPage;

namespace FunctionsApp.Acquisition.Landing;

/// <summary>The section of the landing page when no group can be joined now: the reason and a hint.</summary>
static class ClosedSections
{
    const string Clock = """<circle cx="12" cy="12" r="9"/><path d="M12 7v5l3.5 2"/>""";
    const string People = """
        <circle cx="9" cy="8" r="3.5"/>
        <path d="M2.5 20c0-4 3-6 6.5-6s6.5 2 6.5 6M15.5 5a3.5 3.5 0 0 1 0 6.5M18 14.6c2.2.9 3.5 2.7 3.5 5.4"/>
        """;
    const string Flag = """<path d="M5 21V4h12l-2.5 4.5L17 13H5"/>""";

    public static string Preparing() => Section(Clock, LandingTexts.PreparingTitle, "", LandingTexts.PreparingHint);

    public static string NotYetOpen(string opensAt) => Section(
        Clock,
        LandingTexts.NotYetOpenTitle,
        $"""<p class="when">{Encode(LandingTexts.OpensAt(opensAt))}</p>""",
        LandingTexts.NotYetOpenHint);

    public static string Full() => Section(People, LandingTexts.FullTitle, "", LandingTexts.FullHint);

    public static string Ended() => Section(Flag, LandingTexts.EndedTitle, "", LandingTexts.EndedHint);

    static string Section(string mark, string heading, string fact, string hint) => $"""
        <section class="state">
        <svg class="mark" viewBox="0 0 24 24" aria-hidden="true">{mark}</svg>
        <h2>{heading}</h2>
        {fact}<p>{hint}</p>
        </section>
        """;
}
