using System.Globalization;
using Community.Operators;
using Community.Pushes.Calendars;
using FunctionsApp.Platform.Callers;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.Storage;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Operators.Audit;

/// <summary>Who changed what. An entry is written once and deleted with its day.</summary>
public sealed class AuditLog(AuditTable table, BrandTime time, IdSource ids, TimeProvider clock)
{
    const string Prefix = "entry-";

    long lastPosition;

    /// <summary>Records the answer to a request of its caller; one without a caller is an operator's.</summary>
    public Task RecordAsync(HttpContext http, string function, int status)
    {
        var caller = http.GetCaller();
        return RecordAsync(
            http, function, status, caller?.Kind ?? CallerKind.Operator, caller?.OperatorId, http.GetAuthor());
    }

    /// <summary>Records that the operator signed in.</summary>
    public Task RecordSignInAsync(HttpContext http, string function, OperatorIdentity identity) =>
        RecordAsync(http, function, StatusCodes.Status200OK, CallerKind.Operator, identity.Id, identity.Name);

    /// <summary>One page of a local day, the newest first.</summary>
    public async Task<Slice<AuditEntry>> PageAsync(DateOnly day, int size, string? continuation) =>
        (await table.PageAsync<AuditEntry>(LocalDayText.Format(day), Prefix, size, continuation))
        .Map(entry => entry.Value);

    /// <summary>
    /// Deletes at most <paramref name="budget"/> entries of days before that of <paramref name="horizon"/>.
    /// </summary>
    public Task ForgetAsync(DateTimeOffset horizon, int budget) => table.ForgetPartitionsAsync<AuditEntry>(
        LocalDayText.Format(time.DayOf(horizon)), budget, entry => LocalDayText.Format(entry.Day));

    Task RecordAsync(
        HttpContext http, string function, int status, CallerKind caller, string? operatorId, string? by)
    {
        var now = clock.GetUtcNow();
        var (method, path) = (http.Request.Method, http.Request.Path.ToString());
        var entry = new AuditEntry(time.DayOf(now), now, by, caller, operatorId, function, method, path, status);
        // Keys that decrease list the newest entry first.
        var position = (long.MaxValue - PositionAfter(now.UtcTicks)).ToString("D19", CultureInfo.InvariantCulture);
        return table.CommitAsync(
            Row.Put(LocalDayText.Format(entry.Day), $"{Prefix}{position}-{ids.NewId()}", entry));
    }

    // Entries of one instance keep their order, also those of one instant.
    long PositionAfter(long ticks)
    {
        while (true)
        {
            var before = Volatile.Read(ref lastPosition);
            var next = Math.Max(ticks, before + 1);
            if (Interlocked.CompareExchange(ref lastPosition, next, before) == before) return next;
        }
    }
}
