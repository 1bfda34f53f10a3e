using System.Globalization;
using Community.Platform;

namespace Community.Pushes.Occurrences;

/// <summary>
/// Ids of pushes: <c>{groupId}~{yyyyMMddHHmm}-{digest}</c>. The group and the planned local date and time are part of
/// an id, so that a push is found by its id alone and a group's pushes are in the order of their plan.
/// </summary>
public static class PushId
{
    const char Separator = '~';
    const int DigestLength = 12;

    /// <summary>
    /// The id of one occurrence. <paramref name="identity"/> is what its trigger derives from the planned local date
    /// and time; moving the push does not change it.
    /// </summary>
    public static string From(string planId, string slotId, string groupId, string identity)
    {
        var slot = EffectKey.From(planId, slotId, groupId);
        return $"{groupId}{Separator}{identity}-{EffectKey.Digest(slot)[..DigestLength]}";
    }

    /// <summary>The planned local date of a push.</summary>
    public static DateOnly DateOf(Push push) =>
        DateOnly.ParseExact(Parse(push.Id)!.Value.Name[..8], "yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>The group, and the part that names the push in it; null for a text that is no id of a push.</summary>
    public static (string GroupId, string Name)? Parse(string id) =>
        id.Split(Separator) is [{ Length: > 0 } groupId, { Length: > DigestLength } name] ? (groupId, name) : null;
}
