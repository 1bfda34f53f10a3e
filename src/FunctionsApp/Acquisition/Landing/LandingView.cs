namespace FunctionsApp.Acquisition.Landing;

/// <summary>What a scan leads to, as the landing page shows it.</summary>
public abstract record LandingView
{
    LandingView()
    {
    }

    /// <summary>A group takes members now.</summary>
    public sealed record Open(
        string GroupName, string Intro, IReadOnlyList<string> Benefits, IReadOnlyList<string> Rules, string JoinUrl, string CampaignName) : LandingView;

    /// <summary>The campaign begins later; <paramref name="OpensAt"/> is already written for people, in the brand's time zone.</summary>
    public sealed record NotYetOpen(string CampaignName, string OpensAt) : LandingView;

    /// <summary>Every group of the campaign is full.</summary>
    public sealed record Full(string CampaignName) : LandingView;

    /// <summary>The campaign is over.</summary>
    public sealed record Ended(string CampaignName) : LandingView;
}
