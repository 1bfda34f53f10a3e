using System.Globalization;

namespace Community.Acquisition.Standings;

/// <summary>A campaign's tiers in order of invites. <paramref name="IdsIssued"/> prevents the reuse of an id.</summary>
public sealed record Tiers(IReadOnlyList<Tier> All, int IdsIssued)
{
    public static Tiers None { get; } = new([], 0);

    /// <summary>
    /// The tiers after an edit. A tier keeps its id when its reward or else its number of invites is wanted again, so
    /// that no step is rewarded twice.
    /// </summary>
    public Tiers Edit(IReadOnlyList<(int Invites, RewardTerms Reward)> wanted)
    {
        var ids = KeptIds(wanted);
        var issued = IdsIssued;
        List<Tier> tiers = [];
        for (var index = 0; index < wanted.Count; index++)
        {
            var id = ids[index] ?? $"t{(++issued).ToString(CultureInfo.InvariantCulture)}";
            tiers.Add(new Tier(id, wanted[index].Invites, wanted[index].Reward));
        }

        return new Tiers([.. tiers.OrderBy(tier => tier.Invites)], issued);
    }

    // Exact matches come first, then the same reward, then the same gift, then the same number of invites.
    string?[] KeptIds(IReadOnlyList<(int Invites, RewardTerms Reward)> wanted)
    {
        var unmatched = All.ToList();
        var ids = new string?[wanted.Count];
        Match((tier, want) => tier.Invites == want.Invites && tier.Reward == want.Reward);
        Match((tier, want) => tier.Reward == want.Reward);
        Match((tier, want) => tier.Reward.IsSameGift(want.Reward));
        Match((tier, want) => tier.Invites == want.Invites);
        return ids;

        void Match(Func<Tier, (int Invites, RewardTerms Reward), bool> isSame)
        {
            for (var index = 0; index < wanted.Count; index++)
            {
                if (ids[index] is not null || unmatched.Find(tier => isSame(tier, wanted[index])) is not { } found)
                    continue;
                ids[index] = found.Id;
                unmatched.Remove(found);
            }
        }
    }
}
