using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Community.Operators.Sessions;
using Community.Platform;
using FunctionsApp.Platform.Storage;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Operators.Sessions;

/// <summary>
/// Limits failed sign-ins by the address of the client, over all instances. The address is that of the connection. On
/// the Functions host the worker's extension has put there what the platform's front end saw: the host replaces the
/// header <c>X-Forwarded-For</c> of the client, so a client cannot choose it; elsewhere the header has no meaning.
/// </summary>
public sealed class SignInLimiter(SignInAttemptsTable table, TimeProvider clock)
{
    static readonly TimeSpan Retention = TimeSpan.FromHours(1);

    /// <summary>
    /// Counts an attempt. Null when it is allowed, else how long the client has to wait.
    /// </summary>
    public async Task<TimeSpan?> TryAddAsync(ConnectionInfo client)
    {
        var now = clock.GetUtcNow();
        var (before, _) = await ChangeAsync(client, SignInAttempts.NoneAt(now), attempts => attempts.Add());
        return before.IsExhausted ? before.End - now : null;
    }

    /// <summary>Takes off an attempt that was allowed and succeeded.</summary>
    public Task TakeOffAsync(ConnectionInfo client) =>
        ChangeAsync(client, SignInAttempts.NoneAt(clock.GetUtcNow()), attempts => attempts.TakeOff());

    /// <summary>Deletes at most <paramref name="budget"/> rows of windows that are over.</summary>
    public Task ForgetAsync(int budget) => table.ForgetPartitionsAsync<SignInAttempts>(
        PartitionOf(clock.GetUtcNow() - Retention), budget, attempts => PartitionOf(attempts.Window));

    Task<(SignInAttempts Before, SignInAttempts After)> ChangeAsync(
        ConnectionInfo client, SignInAttempts none, Func<SignInAttempts, SignInAttempts> change)
    {
        var partition = PartitionOf(none.Window);
        var rowKey = KeyOf(client.RemoteIpAddress, partition);
        return table.RetryAsync(async () =>
        {
            var read = await table.FindAsync<SignInAttempts>(partition, rowKey);
            var before = read?.Value ?? none;
            var after = change(before);
            if (after != before) await table.CommitAsync(Row.Write(partition, rowKey, after, read));
            return (before, after);
        });
    }

    static string PartitionOf(DateTimeOffset window) =>
        window.UtcDateTime.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture);

    // A digest that differs from window to window, so that rows do not tell who comes again.
    static string KeyOf(IPAddress? address, string window) => EffectKey.Digest($"{window} {NetworkOf(address)}");

    // A client of IPv6 has a network of its own, with as many addresses as it likes.
    static string NetworkOf(IPAddress? address) => address switch
    {
        null => "unknown",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexStringLower(address.GetAddressBytes()[..8]),
        _ => address.ToString(),
    };
}
