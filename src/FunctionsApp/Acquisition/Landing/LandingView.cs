namespace FunctionsApp.Acquisition.Landing;

/// <summary>The content of the landing page.</summary>
public abstract record LandingView
{
    LandingView()
    {
    }

    /// <summary>
    /// A group takes members now. <paramref name="QrCodeUrl"/> is the address of the platform's own image; null
    /// where it is made of the join link.
    /// </summary>
    public sealed record Open(
        string GroupName,
        string Intro,
        IReadOnlyList<string> Benefits,
        IReadOnlyList<string> Rules,
        string JoinUrl,
        string CampaignName,
        string? QrCodeUrl = null) : LandingView;

    /// <summary>The platform makes its QR code; the page reloads itself until it is there.</summary>
    public sealed record Preparing(string GroupName, string CampaignName) : LandingView;

    /// <summary><paramref name="OpensAt"/> is a text for members, in the brand's time zone.</summary>
    public sealed record NotYetOpen(string CampaignName, string OpensAt) : LandingView;

    /// <summary>Every group of the campaign is full.</summary>
    public sealed record Full(string CampaignName) : LandingView;

    public sealed record Ended(string CampaignName) : LandingView;
}
