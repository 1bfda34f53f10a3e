using Community.Platform;

namespace Community.Selling.Conversions;

public static class ArmAssignment
{
    /// <summary>
    /// The arm of each group, in the order of <paramref name="groupIds"/>. <paramref name="holdoutShare"/> is 0 to 1.
    /// The same seed selects the same groups in any order of the ids.
    /// </summary>
    public static IReadOnlyList<(string GroupId, Arm Arm)> Assign(
        IReadOnlyList<string> groupIds, double holdoutShare, int seed)
    {
        var holdoutSize = (int)Math.Round(groupIds.Count * holdoutShare, MidpointRounding.AwayFromZero);
        var holdout = groupIds
            .OrderBy(id => EffectKey.Digest(FormattableString.Invariant($"{seed}:{id}")), StringComparer.Ordinal)
            .Take(holdoutSize)
            .ToHashSet(StringComparer.Ordinal);
        return [.. groupIds.Select(id => (id, holdout.Contains(id) ? Arm.LinkOnly : Arm.WarmUp))];
    }
}
