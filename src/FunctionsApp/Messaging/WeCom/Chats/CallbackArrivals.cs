using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Messaging.WeCom.Chats;

/// <summary>When the platform's callbacks last arrived, to the hour, so that they rarely write it.</summary>
public sealed class CallbackArrivals(ChatsTable table, TimeProvider clock)
{
    // No chat has this id.
    const string Partition = "$callbacks";
    const string LatestRow = "latest";

    static readonly TimeSpan Precision = TimeSpan.FromHours(1);

    DateTimeOffset written;

    /// <summary>The instant of a callback within an hour before the latest one; null when none arrived.</summary>
    public async Task<DateTimeOffset?> LatestAsync() =>
        (await table.FindAsync<DateTimeOffset>(Partition, LatestRow))?.Value;

    /// <summary>Records that a callback arrived.</summary>
    public async Task RecordAsync()
    {
        var now = clock.GetUtcNow();
        if (now - written < Precision && now >= written) return;
        await table.CommitAsync(Row.Put(Partition, LatestRow, now));
        written = now;
    }
}
