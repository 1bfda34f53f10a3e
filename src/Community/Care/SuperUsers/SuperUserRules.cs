using System.Diagnostics;
using Community.Platform;

namespace Community.Care.SuperUsers;

/// <summary>
/// The way of a person into a group of super users and out of it. Only staff invite, and only a person's decision
/// removes.
/// </summary>
public static class SuperUserRules
{
    /// <summary>How long an invitation waits for the join.</summary>
    public static readonly TimeSpan InvitationLasts = TimeSpan.FromDays(90);

    /// <summary>How long a removal is remembered after the leave.</summary>
    public static readonly TimeSpan RemovalLasts = TimeSpan.FromDays(365);

    /// <summary>No events for a repeat.</summary>
    public static IReadOnlyList<SuperUserEvent> Decide(SuperUserCommand command, SuperUser user) => command switch
    {
        SuperUserCommand.Assess assess => [.. Assess(assess, user)],
        SuperUserCommand.Invite when user.Status is SuperUserStatus.Invited => [],
        SuperUserCommand.Invite when user.IsPresent =>
            Refuse(ConflictKind.AlreadyDone, "the person is in the group already"),
        SuperUserCommand.Invite when user.Sort is SuperUserSort.None =>
            Refuse(ConflictKind.State, "the person is not close to the criteria"),
        SuperUserCommand.Invite invite => [new SuperUserEvent.Invited(user.Invitations + 1, invite.By, invite.At)],
        SuperUserCommand.Join when user.IsPresent => [],
        SuperUserCommand.Join join => [new SuperUserEvent.Joined(user.Status is SuperUserStatus.Invited, join.At)],
        SuperUserCommand.Leave when !user.IsPresent => [],
        SuperUserCommand.Leave leave => [new SuperUserEvent.Left(leave.At)],
        SuperUserCommand.Review review => [.. Review(review, user)],
        SuperUserCommand.Decide decide => Decide(decide.Decision, user),
        _ => throw new UnreachableException(),
    };

    public static SuperUser Evolve(SuperUser user, SuperUserEvent happened) => happened switch
    {
        SuperUserEvent.Assessed assessed => user with { Figures = assessed.Figures, Sort = assessed.Sort },
        SuperUserEvent.Invited invited => To(SuperUserStatus.Invited, invited.At, user) with
        {
            Invitations = invited.Number,
            InvitedBy = invited.By,
            LeftAt = null,
        },
        SuperUserEvent.InvitationLapsed lapsed => To(SuperUserStatus.Candidate, lapsed.At, user),
        SuperUserEvent.Joined joined => To(SuperUserStatus.Member, joined.At, user) with
        {
            JoinedAs = user.Sort,
            LeftAt = null,
        },
        SuperUserEvent.Left left when user.Status is SuperUserStatus.Removed =>
            user with { LeftAt = left.At, JoinedAs = null },
        SuperUserEvent.Left left => To(SuperUserStatus.Candidate, left.At, user) with { JoinedAs = null },
        SuperUserEvent.Reviewed reviewed => user with { ReviewedIn = reviewed.Quarter },
        SuperUserEvent.ReviewBegun begun => To(SuperUserStatus.UnderReview, begun.At, user),
        SuperUserEvent.Kept kept => To(SuperUserStatus.Member, kept.Decision.At, user) with
        {
            LastDecision = kept.Decision,
        },
        SuperUserEvent.Removed removed => To(SuperUserStatus.Removed, removed.Decision.At, user) with
        {
            LastDecision = removed.Decision,
        },
        SuperUserEvent.RemovalForgotten forgotten => To(SuperUserStatus.Candidate, forgotten.At, user) with
        {
            LastDecision = null,
            LeftAt = null,
        },
        SuperUserEvent.Refused => user,
        _ => throw new UnreachableException(),
    };

    static IEnumerable<SuperUserEvent> Assess(SuperUserCommand.Assess assess, SuperUser user)
    {
        if (assess.Figures != user.Figures || assess.Sort != user.Sort)
            yield return new SuperUserEvent.Assessed(assess.Figures, assess.Sort);
        if (user.Status is SuperUserStatus.Invited && assess.At - user.Since >= InvitationLasts)
            yield return new SuperUserEvent.InvitationLapsed(assess.At);
        if (user.Status is SuperUserStatus.Removed && assess.At - user.LeftAt >= RemovalLasts)
            yield return new SuperUserEvent.RemovalForgotten(assess.At);
    }

    static IEnumerable<SuperUserEvent> Review(SuperUserCommand.Review review, SuperUser user)
    {
        if (user.Status is not SuperUserStatus.Member || user.ReviewedIn == review.Quarter) yield break;
        yield return new SuperUserEvent.Reviewed(review.Quarter);
        if (user.Sort < user.ReviewedAgainst) yield return new SuperUserEvent.ReviewBegun(review.At);
    }

    static IReadOnlyList<SuperUserEvent> Decide(SuperUserDecisionRecord decision, SuperUser user) =>
        (user.Status, decision.Decision) switch
        {
            (SuperUserStatus.UnderReview, SuperUserDecision.Keep) => [new SuperUserEvent.Kept(decision)],
            (SuperUserStatus.UnderReview, _) => [new SuperUserEvent.Removed(decision)],
            (SuperUserStatus.Member or SuperUserStatus.Removed, var again)
                when user.LastDecision?.Decision == again => [],
            _ => Refuse(ConflictKind.NothingToDecide, "the person is not under review"),
        };

    static SuperUser To(SuperUserStatus status, DateTimeOffset at, SuperUser user) =>
        user with { Status = status, Since = at };

    static IReadOnlyList<SuperUserEvent> Refuse(ConflictKind kind, string reason) =>
        [new SuperUserEvent.Refused(Refusal.Conflict(kind, reason))];
}
