namespace FakeWeCom;

/// <summary>A group send of an app (<paramref name="CreateType"/> 0) or of a member of staff (1).</summary>
public sealed class FakeGroupSend(
    string id, string sender, IReadOnlyList<string> chatIds, string text, int createType, DateTimeOffset createdAt)
{
    public string Id => id;

    public string Sender => sender;

    public IReadOnlyList<string> ChatIds => chatIds;

    public string Text => text;

    public int CreateType => createType;

    public DateTimeOffset CreatedAt => createdAt;

    /// <summary>When the sender confirmed; null before.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    public bool IsCancelled { get; set; }

    /// <summary>The instants of reminders.</summary>
    public IList<DateTimeOffset> Reminders { get; } = [];

    /// <summary>Groups that got it, or did not because of the limit.</summary>
    public IDictionary<string, bool> Outcomes { get; } = new Dictionary<string, bool>(StringComparer.Ordinal);

    /// <summary>
    /// The sender confirms; <paramref name="hasQuota"/> tells of each group whether the limit allows it.
    /// </summary>
    public void Confirm(DateTimeOffset at, Func<string, bool> hasQuota)
    {
        if (SentAt is not null || IsCancelled) return;
        SentAt = at;
        foreach (var chatId in chatIds) Outcomes[chatId] = hasQuota(chatId);
    }

    /// <summary>0 unsent, 1 sent, 3 over the limit.</summary>
    public int StatusOf(string chatId) => !Outcomes.TryGetValue(chatId, out var isSent) ? 0 : StatusOf(isSent);

    static int StatusOf(bool isSent) => isSent ? 1 : 3;
}
