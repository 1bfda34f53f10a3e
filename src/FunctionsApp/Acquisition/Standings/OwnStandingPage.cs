using Community.Acquisition.Standings;
using FunctionsApp.Acquisition.Landing;
using static FunctionsApp.Acquisition.Landing.PublicPage;

namespace FunctionsApp.Acquisition.Standings;

/// <summary>A participant's own standing as a page.</summary>
static class OwnStandingPage
{
    public static string Render(OwnStandingView view) =>
        PublicPage.Render(view.CampaignName, OwnStandingTexts.Kicker, "", Count(view) + Rewards(view.Rewards));

    static string Count(OwnStandingView view) => $"""
        <section class="count">
        <strong>{view.Credits}</strong>
        <p>{OwnStandingTexts.Invited}</p>
        {Line(view.NextTier is { } next ? OwnStandingTexts.MissingTo(next - view.Credits) : null)}
        {Line(view.UnderReview > 0 ? OwnStandingTexts.UnderReview(view.UnderReview) : null)}
        {Line(view.Revoked > 0 ? OwnStandingTexts.Revoked(view.Revoked) : null)}
        </section>

        """;

    static string Line(string? text) => text is null ? "" : $"<p>{Encode(text)}</p>";

    static string Rewards(IReadOnlyList<OwnStandingView.EarnedRewardView> rewards) => rewards.Count == 0 ? "" : $"""
        <section class="rewards">
        <h2>{OwnStandingTexts.Rewards}</h2>
        <ul>{string.Concat(rewards.Select(Reward))}</ul>
        </section>
        """;

    static string Reward(OwnStandingView.EarnedRewardView reward) =>
        $"<li>{Encode(reward.Title)}<span>{OwnStandingTexts.NameOf(reward.State)}</span></li>";
}
