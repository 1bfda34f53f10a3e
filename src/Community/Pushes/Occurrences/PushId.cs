using Community.Platform;

namespace Community.Pushes.Occurrences;

public static class PushId
{
    /// <summary>
    /// The id of one occurrence. <paramref name="identity"/> is what its trigger derives from the planned local date
    /// and time; moving the push does not change it.
    /// </summary>
    public static string From(string planId, string slotId, string groupId, string identity)
    {
        var slot = EffectKey.From(planId, slotId, groupId);
        return $"push-{EffectKey.Digest(EffectKey.From(slot, "push", identity))}";
    }
}
