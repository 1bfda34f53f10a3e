namespace Community.Messaging.Channels.WeCom;

/// <summary>
/// How often the platform is asked what became of a group send: often while most owners confirm, and seldom until a
/// week later. A task that is open then is closed by a person.
/// </summary>
public static class GroupSendLookRules
{
    static readonly TimeSpan FirstHours = TimeSpan.FromHours(3);
    static readonly TimeSpan Limit = TimeSpan.FromDays(7);

    /// <summary>
    /// The time until the next look at a group send that was asked for so long ago; null when there is none.
    /// </summary>
    public static TimeSpan? NextAfter(TimeSpan age)
    {
        if (age < FirstHours) return TimeSpan.FromMinutes(5);
        return age < Limit ? TimeSpan.FromMinutes(30) : null;
    }
}
