namespace FakeWeCom;

/// <summary>
/// The group sends of a corporation. A send counts in the limit of a group when the owner confirms it, whoever made it.
/// </summary>
public sealed class FakeGroupSends(FakeCorp corp, TimeProvider clock)
{
    static readonly TimeSpan China = TimeSpan.FromHours(8);

    readonly List<FakeGroupSend> sends = [];

    public Lock Sync { get; } = new();

    /// <summary>All group sends, with what is confirmed by now.</summary>
    public IReadOnlyList<FakeGroupSend> All
    {
        get
        {
            lock (Sync)
            {
                ConfirmDue();
                return [.. sends];
            }
        }
    }

    /// <summary>A member of staff sends by hand, without the app.</summary>
    public FakeGroupSend SendByStaff(string sender, params IReadOnlyList<string> chatIds)
    {
        lock (Sync)
        {
            var send = Add(sender, chatIds, "由员工群发", createType: 1);
            Confirm(send, clock.GetUtcNow());
            return send;
        }
    }

    /// <summary>The owner confirms a group send now.</summary>
    public void Confirm(string id)
    {
        lock (Sync)
        {
            ConfirmDue();
            Confirm(sends.Single(send => send.Id == id), clock.GetUtcNow());
        }
    }

    internal FakeGroupSend Add(string sender, IReadOnlyList<string> chatIds, string text, int createType)
    {
        var send = new FakeGroupSend(
            $"msgFake{sends.Count + 1:d6}", sender, chatIds, text, createType, clock.GetUtcNow());
        sends.Add(send);
        return send;
    }

    // Owners confirm in the order in which they get to it.
    void ConfirmDue()
    {
        var now = clock.GetUtcNow();
        var due = sends
            .Where(send => send is { SentAt: null, IsCancelled: false })
            .Select(send => (Send: send, At: send.CreatedAt + corp.ConfirmsAfter(send.Sender)))
            .Where(item => item.At <= now)
            .OrderBy(item => item.At)
            .ToList();
        foreach (var (send, at) in due) Confirm(send, at!.Value);
    }

    void Confirm(FakeGroupSend confirmed, DateTimeOffset at) => confirmed.Confirm(at, chatId =>
    {
        var sent = sends.Where(send =>
            send.StatusOf(chatId) == 1 && send.SentAt is { } sentAt && PeriodOf(sentAt) == PeriodOf(at));
        return sent.Count() < AllowedIn(at);
    });

    /// <summary>The first day of the period of the limit that the instant is in.</summary>
    public DateOnly PeriodOf(DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(at.ToOffset(China).DateTime);
        return corp.SendLimit switch
        {
            FakeSendLimit.DaysOfMonth => new DateOnly(day.Year, day.Month, 1),
            FakeSendLimit.SevenAWeek => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
            _ => day,
        };
    }

    /// <summary>The most group sends that a chat gets in the period of the instant.</summary>
    public int AllowedIn(DateTimeOffset at) => corp.SendLimit switch
    {
        FakeSendLimit.DaysOfMonth => DateTime.DaysInMonth(at.ToOffset(China).Year, at.ToOffset(China).Month),
        FakeSendLimit.SevenAWeek => 7,
        _ => 1,
    };
}
