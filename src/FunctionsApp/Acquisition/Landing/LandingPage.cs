using System.Diagnostics;

namespace FunctionsApp.Acquisition.Landing;

/// <summary>The landing page.</summary>
public static class LandingPage
{
    static readonly TimeSpan ReloadInterval = TimeSpan.FromSeconds(2);

    /// <summary>The document; every text of the view is encoded.</summary>
    public static string Render(LandingView view) => view switch
    {
        LandingView.Open open => PublicPage.Render(
            open.GroupName, open.CampaignName, OpenGroupSections.Intro(open), OpenGroupSections.Sections(open)),
        LandingView.Preparing preparing => PublicPage.Render(
            preparing.GroupName, preparing.CampaignName, "", ClosedSections.Preparing(), ReloadInterval),
        LandingView.NotYetOpen soon => Closed(soon.CampaignName, ClosedSections.NotYetOpen(soon.OpensAt)),
        LandingView.Full full => Closed(full.CampaignName, ClosedSections.Full()),
        LandingView.Ended ended => Closed(ended.CampaignName, ClosedSections.Ended()),
        _ => throw new UnreachableException(),
    };

    static string Closed(string campaign, string section) => PublicPage.Render(campaign, kicker: null, "", section);
}
