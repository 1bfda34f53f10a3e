using Community.Care.SuperUsers;
using Community.Groups;
using Community.Groups.Members;
using FunctionsApp.Acquisition.Invitees;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Trade.Buyers;

namespace FunctionsApp.Care.SuperUsers;

/// <summary>
/// Follows people on their way into groups of super users and out of them. A staff task is stored before what it
/// follows from: after a crash the repeat stores the same task again.
/// </summary>
public sealed class SuperUserService(
    SuperUserStore users,
    SuperUserCriteriaStore criteria,
    SuperUserFiguresReader figures,
    InviteeStore people,
    StaffTaskService tasks,
    TimeProvider clock) : IPurchaseFollowUp
{
    /// <summary>Compares a buyer with the criteria of all groups.</summary>
    public Task FollowAsync(string memberId) => AssessAsync(memberId, presentIn: null);

    /// <summary>
    /// Follows a join or a leave in a group of super users; another group, and one without criteria, is ignored. One
    /// without an owner waits for the night: it invites no one, so no one is to be welcomed.
    /// </summary>
    public async Task FollowAsync(Group group, Member member)
    {
        if (group is not { Kind: GroupKind.SuperUser, Owner: not null }) return;
        var all = await criteria.AllAsync();
        if (all.FirstOrDefault(each => each.GroupId == group.Id) is { } published)
            await ReconcileAsync(published, group, member.MemberId, member.IsPresent);
    }

    /// <summary>
    /// Compares a person with the criteria of all groups. <paramref name="presentIn"/> is a group with the person in
    /// it; null for none.
    /// </summary>
    public async Task AssessAsync(string memberId, Group? presentIn)
    {
        var all = await criteria.AllAsync();
        if (all.Count == 0) return;
        var known = await figures.ReadAsync(memberId);
        foreach (var published in all)
        {
            if (published.GroupId == presentIn?.Id)
                await DecideAsync(published, presentIn, memberId, known, new SuperUserCommand.Join(clock.GetUtcNow()));
            else
                await users.DecideAsync(published.GroupId, memberId, [Assess(published, known)]);
        }
    }

    /// <summary>Compares a person with the criteria of a group, and takes over whether they are in it.</summary>
    public async Task ReconcileAsync(SuperUserCriteria published, Group group, string memberId, bool isPresent)
    {
        var now = clock.GetUtcNow();
        SuperUserCommand follow = isPresent ? new SuperUserCommand.Join(now) : new SuperUserCommand.Leave(now);
        await DecideAsync(published, group, memberId, await figures.ReadAsync(memberId), follow);
    }

    /// <summary>The mix of the group; compared with the default one before criteria are published.</summary>
    public async Task<MixReport> MixOfAsync(Group group)
    {
        var mix = (await criteria.FindAsync(group.Id))?.Mix ?? SuperUserMix.Default;
        return MixReport.Of(mix, await users.CountsAsync(group.Id), group.Capacity);
    }

    /// <summary>Compares a person with the criteria of a group; the sort tells whether they are close.</summary>
    public async Task<SuperUser> CompareAsync(SuperUserCriteria published, string memberId)
    {
        var known = await figures.ReadAsync(memberId);
        return (await users.DecideAsync(published.GroupId, memberId, [Assess(published, known)])).After;
    }

    /// <summary>
    /// Has a staff member invite a candidate with the text that tells conditions and privileges; a repeat changes
    /// nothing.
    /// </summary>
    public async Task<Decided<SuperUser, SuperUserEvent>> InviteAsync(
        SuperUserCriteria published, Group group, string memberId, string by, string page)
    {
        var invite = new SuperUserCommand.Invite(by, clock.GetUtcNow());
        return await users.DecideAsync(group.Id, memberId, [invite], async decided =>
        {
            var text = SuperUserTexts.Invitation(published, group, page);
            await tasks.OpenAsync(SuperUserTasks.Invite(decided.After, group, await NameOfAsync(memberId), text));
        });
    }

    /// <summary>Keeps or removes a member who is under review; a repeat changes nothing.</summary>
    public async Task<Decided<SuperUser, SuperUserEvent>> DecideAsync(
        Group group, string memberId, SuperUserDecisionRecord decision)
    {
        var decided = await users.DecideAsync(
            group.Id, memberId, [new SuperUserCommand.Decide(decision)], async decided =>
        {
            if (decided.Events is [SuperUserEvent.Removed])
                await tasks.OpenAsync(SuperUserTasks.Remove(decided.After, group, await NameOfAsync(memberId)));
        });
        // The task about the review ends with the last decision.
        if (decided is { After.ReviewedIn: { } quarter, Events: not [SuperUserEvent.Refused] }
            && await users.CountsAsync(group.Id) is { UnderReview: 0 })
            await tasks.CompleteAsync(SuperUserTasks.ReviewId(group.Id, quarter), new CompleteTaskRequest(null));
        return decided;
    }

    /// <summary>Compares a member with the criteria at the begin of a quarter.</summary>
    public async Task ReviewAsync(SuperUserCriteria published, string memberId, ReviewQuarter quarter)
    {
        var known = await figures.ReadAsync(memberId);
        await users.DecideAsync(
            published.GroupId,
            memberId,
            [Assess(published, known), new SuperUserCommand.Review(quarter.Id, clock.GetUtcNow())]);
    }

    async Task DecideAsync(
        SuperUserCriteria published, Group group, string memberId, PersonFigures known, SuperUserCommand command) =>
        await users.DecideAsync(group.Id, memberId, [Assess(published, known), command], async decided =>
        {
            if (!decided.Events.OfType<SuperUserEvent.Joined>().Any(joined => joined.WasInvited)) return;
            var name = await NameOfAsync(memberId);
            var text = SuperUserTexts.Welcome(published, group, name);
            await tasks.OpenAsync(SuperUserTasks.Welcome(decided.After, group, name, text));
            await tasks.CompleteAsync(SuperUserTasks.InviteId(decided.After), new CompleteTaskRequest(null));
        });

    SuperUserCommand.Assess Assess(SuperUserCriteria published, PersonFigures known)
    {
        var own = known.In(published.Currency);
        return new SuperUserCommand.Assess(own, SuperUserSorting.Sort(published.Rules, own), clock.GetUtcNow());
    }

    async Task<string> NameOfAsync(string memberId) =>
        await people.FindPersonAsync(memberId) is { Name: { Length: > 0 } name } ? $"{name}（{memberId}）" : memberId;
}
