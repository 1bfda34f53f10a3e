using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Community.Messaging.Channels.WeCom;
using FunctionsApp.Messaging.WeCom.Client;
using FunctionsApp.Platform.Storage;
using Microsoft.Extensions.Logging;

namespace FunctionsApp.Messaging.WeCom.Tokens;

/// <summary>
/// The token of the app, which all instances share. The platform is asked by the instance that has the lease of the
/// row, once for a token that ends or that the platform rejects.
/// </summary>
public sealed class AccessTokenStore(
    WeComTable table,
    AccessTokenClient client,
    WeComSettings settings,
    IdSource ids,
    TimeProvider clock,
    WeComTiming timing,
    ILogger<AccessTokenStore> log) : IDisposable
{
    const string Partition = "access-token";

    // Ten seconds.
    const int MaxLooks = 50;

    static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    // A token of another secret belongs to another row, and so do the failures.
    readonly string rowKey = Digest($"{settings.CorpId}\n{settings.AgentId}\n{settings.Secret}");

    // The callers of one instance wait here and not in the storage.
    readonly SemaphoreSlim oneAtATime = new(1);

    TokenRuling.Use? cached;

    /// <summary>
    /// The token; <paramref name="rejected"/> is one that the platform did not take. Refused with the platform's latest
    /// error when it gives none, and unanswered when it does not answer.
    /// </summary>
    public async Task<WeComReply<string>> GetAsync(string? rejected = null)
    {
        if (cached is { } known && known.Token != rejected && Holds(known)) return Success(known.Token);
        await oneAtATime.WaitAsync();
        try
        {
            return await LookAsync(rejected);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose() => oneAtATime.Dispose();

    async Task<WeComReply<string>> LookAsync(string? rejected)
    {
        for (var look = 0; look < MaxLooks; look++)
        {
            var read = await table.FindAsync<AccessToken>(Partition, rowKey);
            var token = read?.Value ?? new AccessToken();
            switch (AccessTokenRules.Decide(token, rejected, ids.NewId(), clock.GetUtcNow()))
            {
                case TokenRuling.Use use:
                    cached = use;
                    return Success(use.Token);
                case TokenRuling.Blocked blocked:
                    return new WeComReply<string>.Refused(WeComErrorRules.KindOf(blocked.Code), blocked.Code);
                case TokenRuling.Refresh refresh:
                    if (await table.TryCommitAsync(Row.Write(Partition, rowKey, refresh.Leased, read)))
                        return await AskAsync(refresh.Leased);
                    break;
                case TokenRuling.Wait:
                    await Task.Delay(BetweenLooks, timing.Clock);
                    break;
                default:
                    throw new UnreachableException();
            }
        }

        return new WeComReply<string>.Unanswered();
    }

    async Task<WeComReply<string>> AskAsync(AccessToken leased)
    {
        var reply = await client.GetAsync();
        var now = clock.GetUtcNow();
        if (reply is WeComReply<NewToken>.Refused refused)
            log.LogWarning("WeCom gave no access token: error {Code}.", refused.Code);
        var next = reply switch
        {
            WeComReply<NewToken>.Success { Value: var token } =>
                AccessTokenRules.Renew(token.AccessToken, TimeSpan.FromSeconds(token.ExpiresIn), now),
            WeComReply<NewToken>.Refused { Code: var code } => AccessTokenRules.Fail(leased, code, now),
            _ => AccessTokenRules.Fail(leased, code: null, now),
        };
        await EndLeaseAsync(leased.LeaseId!, next);
        return reply.Map(token => token.AccessToken);
    }

    // A lease that ended while the platform was slow belongs to another instance, whose token is as good.
    async Task EndLeaseAsync(string leaseId, AccessToken next)
    {
        var ended = await table.RetryAsync(async () =>
        {
            var read = await table.FindAsync<AccessToken>(Partition, rowKey);
            if (read?.Value.LeaseId != leaseId) return false;
            await table.CommitAsync(Row.Write(Partition, rowKey, next, read));
            return true;
        });
        if (ended && next is { Token: { } token, LeaseId: null } && next.Failures.Count == 0)
            cached = new TokenRuling.Use(token, next.ExpiresAt);
    }

    bool Holds(TokenRuling.Use token) => clock.GetUtcNow() < token.ExpiresAt - AccessTokenRules.Margin;

    static WeComReply<string> Success(string token) => new WeComReply<string>.Success(token);

    static string Digest(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
}
