using Community.Platform;
using FunctionsApp.Transfer.Documents;
using Rehearsal.Hosting;
using Rehearsal.People;

namespace Rehearsal.Runs;

/// <summary>
/// The people of a campaign. Some scan the brand's posters; those who stay may share, and bring friends until there is
/// nobody left who would come.
/// </summary>
sealed class CampaignCrowd(
    RehearsalWorld world, CampaignItem campaign, PeopleRange people, MemberActions members, MemberLife life)
{
    const string InvitedBy = "DirectInvite";
    const int DefaultInvites = 3;

    static readonly TimeSpan ScanToJoin = TimeSpan.FromSeconds(40);
    static readonly TimeSpan Doubt = TimeSpan.FromDays(1);

    readonly string id = campaign.Id!;

    // The friends who would come when they are invited, in the order in which inviters bring them.
    int nextFriend = people.First + (int)(people.Count * world.Behaviour.ComesByPoster);

    int Goal => campaign.Target?.Invites ?? HighestTier ?? DefaultInvites;

    int? HighestTier => campaign.Tiers is { Count: > 0 } tiers ? tiers.Max(tier => tier.Invites) : null;

    /// <summary>Lets those come who scan the brand's posters.</summary>
    public void Begin()
    {
        if (campaign.Posters is not { Count: > 0 } posters) return;
        var from = InstantExtensions.Later(campaign.OpensAt!.Value, world.Request.From);
        var to = InstantExtensions.Earlier(campaign.ClosesAt!.Value, world.Request.To);
        if (to <= from) return;
        var period = world.Arrivals.Between(from, to);
        for (var person = people.First; person < nextFriend; person++)
        {
            var (visitor, poster) = (person, posters[person % posters.Count]);
            world.At(
                period.At(world.Draws.Next(person, "arrives")), () => ScanAsync(visitor, poster.Code!, inviter: null));
        }
    }

    async Task ScanAsync(int person, string code, int? inviter)
    {
        world.Record.Count("arrivals", id);
        var scan = await world.App.SendAsync(new ApiRequest("GET", $"/s/{code}", []));
        if (scan.Status != 302 || !world.Draws.Chooses(person, "joins", world.Behaviour.JoinsAfterScan)) return;
        world.At(
            world.Clock.Now + world.Draws.Delay(person, "joins", ScanToJoin), () => EnterAsync(person, code, inviter));
    }

    async Task EnterAsync(int person, string code, int? inviter)
    {
        var page = await world.App.SendAsync(new ApiRequest("GET", $"/g/{code}", [], ("accept", "application/json")));
        if (page.Status != 200)
        {
            world.Record.TurnedAway(id, world.Clock.Now);
            return;
        }

        var groupId = page.Json.GetProperty("groupId").GetString()!;
        await members.JoinAsync(
            person, groupId, code, campaign.Mode == InvitedBy && inviter is not null ? inviter : null);
        life.Begin(person, groupId);
        Share(person, groupId);
    }

    void Share(int person, string groupId)
    {
        var draws = world.Draws;
        var completes = draws.Chooses(person, "completes sharing", world.Behaviour.CompletesSharing);
        var joined = world.Clock.Now;
        var shared = joined + draws.Delay(person, "shares", world.Behaviour.ShareDelay);
        if (completes)
        {
            world.At(shared, () => InviteAsync(person, Goal));
            if (draws.Chooses(person, "leaves with reward", world.Behaviour.LeavesAfterReward))
            {
                var rewarded = InstantExtensions.Later(shared + (world.Behaviour.InviteDelay * 2), joined);
                world.At(
                    rewarded + draws.Delay(person, "leaves with reward", Doubt),
                    () => members.LeaveAsync(person, groupId));
            }

            return;
        }

        if (Goal > 1 && draws.Chooses(person, "starts sharing", world.Behaviour.StartsSharing))
            world.At(shared, () => InviteAsync(person, 1 + (int)(draws.Next(person, "how many") * (Goal - 1))));
        if (!draws.Chooses(person, "stays", world.Behaviour.StaysWithoutSharing))
            world.At(joined + draws.Delay(person, "goes", Doubt), () => members.LeaveAsync(person, groupId));
    }

    async Task InviteAsync(int person, int friends)
    {
        if (world.Clock.Now >= campaign.ClosesAt || nextFriend >= people.End) return;
        var answer = await world.App.SendAsync(
            "PUT", $"/api/campaigns/{id}/participants/{PersonName.IdOf(person)}");
        // A campaign that was full or cancelled meanwhile makes no posters.
        if (!answer.IsSuccess) return;
        var code = answer.Json.GetProperty("code").GetString()!;
        for (; friends > 0 && nextFriend < people.End; friends--)
        {
            var friend = nextFriend++;
            world.At(
                world.Clock.Now + world.Draws.Delay(friend, "comes", world.Behaviour.InviteDelay),
                () => ScanAsync(friend, code, person));
        }
    }
}

/// <summary>People by consecutive numbers.</summary>
sealed record PeopleRange(int First, int Count)
{
    public int End => First + Count;
}
