using Community.Care.SuperUsers;
using FunctionsApp.Platform.Callers;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Care.SuperUsers;

/// <summary>The criteria of a group. <c>pageUrl</c> is the address of their page, which everybody may read.</summary>
public sealed record SuperUserCriteriaView(
    string GroupId,
    string Currency,
    IReadOnlyList<SuperUserRuleView> Rules,
    IReadOnlyList<string> Benefits,
    SuperUserMix Mix,
    string? By,
    DateTimeOffset PublishedAt,
    string PageUrl)
{
    public static SuperUserCriteriaView From(SuperUserCriteria criteria, string pageUrl) => new(
        criteria.GroupId,
        criteria.Currency,
        [.. criteria.Rules.Select(rule => SuperUserRuleView.From(rule, criteria.Currency))],
        criteria.Benefits,
        criteria.Mix,
        criteria.By,
        criteria.PublishedAt,
        pageUrl);
}

/// <summary>A rule; <c>text</c> is what its page says.</summary>
public sealed record SuperUserRuleView(string Figure, long AtLeast, string Text)
{
    public static SuperUserRuleView From(SuperUserRule rule, string currency) => new(
        SuperUserRuleBody.From(rule).Figure!, rule.AtLeast, SuperUserTexts.Of(rule, currency));
}

/// <summary>
/// A person in view of the criteria of a group. <c>since</c> is the instant of the status; <c>joinedAs</c> is null
/// outside the group.
/// </summary>
public sealed record SuperUserView(
    string GroupId,
    string MemberId,
    SuperUserStatus Status,
    SuperUserSort Sort,
    DateTimeOffset Since,
    [property: HiddenFromViewers] SuperUserFigures Figures,
    int Invitations,
    string? InvitedBy,
    SuperUserSort? JoinedAs,
    string? ReviewedIn,
    [property: HiddenFromViewers] SuperUserDecisionRecord? LastDecision)
{
    public static SuperUserView From(SuperUser user) => new(
        user.GroupId,
        user.MemberId,
        user.Status,
        user.Sort,
        user.Since,
        user.Figures,
        user.Invitations,
        user.InvitedBy,
        user.JoinedAs,
        user.ReviewedIn,
        user.LastDecision);
}

/// <summary>A page of people with the mix of the group.</summary>
public sealed record SuperUserPageView(IReadOnlyList<SuperUserView> Items, string? Continuation, MixReport Mix)
{
    public static SuperUserPageView From(Slice<SuperUserView> page, MixReport mix) =>
        new(page.Items, page.Continuation, mix);
}
