using System.Text;
using Community.Platform;

namespace Community.Lifecycle;

/// <summary>Ids of orchestrations. Each derives from its subject, so that a second start has no effect.</summary>
public static class LifecycleInstanceIds
{
    // In printable ASCII characters (learn.microsoft.com, Durable orchestrations, "Orchestration identity").
    const int MaxLength = 100;

    /// <summary>
    /// <c>onboarding-{groupId}-{memberId}</c>. In the member id a hyphen is escaped as <c>~2d</c> and <c>~</c> as
    /// <c>~7e</c>, so that ids are unique. A member id that is too long or not ASCII is replaced by <c>~~</c> and its
    /// digest.
    /// </summary>
    public static string Onboarding(string groupId, string memberId)
    {
        var member = memberId
            .Replace("~", "~7e", StringComparison.Ordinal)
            .Replace("-", "~2d", StringComparison.Ordinal);
        var id = $"onboarding-{groupId}-{member}";
        return id.Length <= MaxLength && Ascii.IsValid(id)
            ? id
            : $"onboarding-{groupId}-~~{EffectKey.Digest(memberId)}";
    }

    public static string FlashGroup(string groupId) => $"flash-group-{groupId}";

    public static string GroupEnd(string groupId) => $"group-end-{groupId}";

    public static string CharterDeadline(string groupId) => $"charter-deadline-{groupId}";
}
