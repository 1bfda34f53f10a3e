using Community.Platform;

namespace Community.Selling.Conversions;

/// <summary>
/// Which groups are held out of the warm-up. The unit is the group, since a discussion is heard by all of it; the groups are ordered by a digest of
/// the seed and their ids, and the first <c>holdoutShare</c> of them are the holdout. The same seed always chooses the same groups.
/// </summary>
public static class ArmAssignment
{
    /// <summary>The arm of each group, in the order of <paramref name="groupIds"/>.</summary>
    public static IReadOnlyList<(string GroupId, Arm Arm)> Assign(IReadOnlyList<string> groupIds, double holdoutShare, int seed)
    {
        var held = (int)Math.Round(groupIds.Count * holdoutShare, MidpointRounding.AwayFromZero);
        var holdout = groupIds
            .OrderBy(id => EffectKey.Digest(FormattableString.Invariant($"{seed}:{id}")), StringComparer.Ordinal)
            .Take(held)
            .ToHashSet(StringComparer.Ordinal);
        return [.. groupIds.Select(id => (id, holdout.Contains(id) ? Arm.LinkOnly : Arm.WarmUp))];
    }
}
