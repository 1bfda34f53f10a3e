using System.Globalization;

namespace Community.Acquisition.Standings;

/// <summary>A campaign's tiers, in order of invites, and how many were ever made: an id is never given twice.</summary>
public sealed record Tiers(IReadOnlyList<Tier> All, int IdsIssued)
{
    /// <summary>No tier.</summary>
    public static Tiers None { get; } = new([], 0);

    /// <summary>
    /// The tiers as the operator now wants them. One with the same reward is the same tier with another threshold; else, one that asks for as many
    /// invitees as before is the same tier with another reward; so that nobody is rewarded twice for the same step.
    /// </summary>
    public Tiers Edited(IReadOnlyList<(int Invites, RewardTerms Reward)> wanted)
    {
        var old = All.ToList();
        var ids = new string?[wanted.Count];
        Match((tier, want) => tier.Invites == want.Invites && tier.Reward == want.Reward);
        Match((tier, want) => tier.Reward == want.Reward);
        Match((tier, want) => tier.Invites == want.Invites);
        var made = IdsIssued;
        var tiers = wanted.Select((want, index) => new Tier(ids[index] ?? NewId(ref made), want.Invites, want.Reward)).OrderBy(tier => tier.Invites).ToList();
        return new Tiers(tiers, made);

        void Match(Func<Tier, (int Invites, RewardTerms Reward), bool> isSame)
        {
            for (var index = 0; index < wanted.Count; index++)
            {
                if (ids[index] is not null || old.FindIndex(tier => isSame(tier, wanted[index])) is not (>= 0 and var found)) continue;
                ids[index] = old[found].Id;
                old.RemoveAt(found);
            }
        }
    }

    static string NewId(ref int made) => "t" + (++made).ToString(CultureInfo.InvariantCulture);
}
