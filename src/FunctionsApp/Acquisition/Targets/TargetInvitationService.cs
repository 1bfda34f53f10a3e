using Community.Acquisition;
using Community.Acquisition.Campaigns;
using Community.Acquisition.Standings;
using FunctionsApp.Acquisition.Standings;
using FunctionsApp.Platform.Durable;

namespace FunctionsApp.Acquisition.Targets;

/// <summary>Invites qualified members (达标用户) to the target's group: one orchestration for each, started once.</summary>
public sealed class TargetInvitationService(StandingStore standings)
{
    /// <summary>The start of the invitation of a member who is to be invited; none for any other.</summary>
    public static IReadOnlyList<DurableAction> Invite(Campaign campaign, Standing standing) =>
        campaign.Target is { } target && standing.Target is TargetState.Invited
            ? [
                new DurableAction.Start(
                    nameof(TargetInvitationOrchestrator),
                    AcquisitionInstanceIds.TargetInvitation(campaign.Id, standing.MemberId),
                    new TargetReference(campaign.Id, standing.MemberId, target.GroupId)),
            ]
            : DurableAction.None;

    /// <summary>Records that an invited member joined the target's group, and notifies the invitation.</summary>
    public async Task<IReadOnlyList<DurableAction>> JoinAsync(Campaign campaign, string memberId, DateTimeOffset at)
    {
        var (after, _) = await standings.DecideAsync(
            campaign.Id, campaign.Terms, memberId, invitee: null, new StandingCommand.JoinTarget(at));
        if (after.Target is not TargetState.Joined) return DurableAction.None;
        var invitation = AcquisitionInstanceIds.TargetInvitation(campaign.Id, memberId);
        return [new DurableAction.Raise(invitation, TargetInvitationOrchestrator.JoinedSignal, "")];
    }
}
