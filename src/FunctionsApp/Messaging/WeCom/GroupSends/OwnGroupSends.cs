using System.Globalization;
using FunctionsApp.Platform.DueWork;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Messaging.WeCom.GroupSends;

/// <summary>The ids of the group sends that the app made, by day, so that they are told from those of others.</summary>
public sealed class OwnGroupSends(WeComTable table, DueWorkScheduler scheduler, TimeProvider clock)
{
    const string Prefix = "message-";

    // Longer than a period and the time that owners take.
    static readonly TimeSpan Retention = TimeSpan.FromDays(40);

    public async Task AddAsync(string messageId)
    {
        var now = clock.GetUtcNow();
        var day = PartitionOf(now);
        await table.CommitAsync(Row.Put(day, Prefix + messageId, now));
        await scheduler.ScheduleAsync(OwnGroupSendsDay.Kind, EndOf(now) + Retention, new OwnGroupSendsDay(day));
    }

    /// <summary>When the app made its group sends of the days of these instants, by their ids.</summary>
    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> ReadAsync(IEnumerable<DateTimeOffset> instants)
    {
        Dictionary<string, DateTimeOffset> made = new(StringComparer.Ordinal);
        // The clock of the platform may be on another day.
        var days = instants.SelectMany(at => new[] { at.AddHours(-1), at, at.AddHours(1) }).Select(PartitionOf);
        foreach (var day in days.Distinct(StringComparer.Ordinal))
        {
            foreach (var row in await table.AllAsync<DateTimeOffset>(day, Prefix))
                made[row.RowKey[Prefix.Length..]] = row.Value;
        }

        return made;
    }

    public Task ForgetAsync(string day) => table.DeleteAllAsync(day, Prefix);

    static string PartitionOf(DateTimeOffset at) =>
        $"group-sends-{at.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}";

    static DateTimeOffset EndOf(DateTimeOffset at) => new(at.UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
}

/// <summary>A day whose group sends are forgotten.</summary>
public sealed record OwnGroupSendsDay(string Day)
{
    /// <summary>The kind of this due work.</summary>
    public const string Kind = "own-group-sends";
}

public sealed class OwnGroupSendsHandler(OwnGroupSends own) : DueWorkHandler<OwnGroupSendsDay>(OwnGroupSendsDay.Kind)
{
    protected override Task HandleAsync(OwnGroupSendsDay data, DateTimeOffset at) => own.ForgetAsync(data.Day);
}
