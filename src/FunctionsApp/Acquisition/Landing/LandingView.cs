namespace FunctionsApp.Acquisition.Landing;

/// <summary>The content of the landing page.</summary>
public abstract record LandingView
{
    LandingView()
    {
    }

    /// <summary>A group takes members now.</summary>
    public sealed record Open(
        string GroupName,
        string Intro,
        IReadOnlyList<string> Benefits,
        IReadOnlyList<string> Rules,
        string JoinUrl,
        string CampaignName) : LandingView;

    /// <summary><paramref name="OpensAt"/> is a text for members, in the brand's time zone.</summary>
    public sealed record NotYetOpen(string CampaignName, string OpensAt) : LandingView;

    /// <summary>Every group of the campaign is full.</summary>
    public sealed record Full(string CampaignName) : LandingView;

    public sealed record Ended(string CampaignName) : LandingView;
}
