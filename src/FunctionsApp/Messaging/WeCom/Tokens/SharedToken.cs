using System.Diagnostics;
using Community.Messaging.Channels.WeCom;
using FunctionsApp.Messaging.WeCom.Client;
using FunctionsApp.Platform.Storage;
using Microsoft.Extensions.Logging;

namespace FunctionsApp.Messaging.WeCom.Tokens;

/// <summary>What the platform gave; <paramref name="ExpiresIn"/> is in seconds.</summary>
public sealed record IssuedToken(string Text, int ExpiresIn);

/// <summary>The platform is asked for a token by <paramref name="Ask"/>, whose row has this name.</summary>
public sealed record TokenSource(string Name, Func<Task<WeComReply<IssuedToken>>> Ask);

/// <summary>
/// A token or ticket of the app, which all instances share. The platform is asked by the instance that has the lease of
/// the row, once for a token that ends or that the platform rejects.
/// </summary>
public sealed class SharedToken(
    TokenSource source,
    WeComTable table,
    WeComSettings settings,
    IdSource ids,
    TimeProvider clock,
    WeComTiming timing,
    ILogger<SharedToken> log) : IDisposable
{
    // Ten seconds.
    const int MaxLooks = 50;

    static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    // A token of another secret belongs to another row, and so do the failures.
    readonly string rowKey = settings.KeyOfTokens;

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
            var read = await table.FindAsync<AccessToken>(source.Name, rowKey);
            var token = read?.Value ?? new AccessToken();
            switch (AccessTokenRules.Decide(token, rejected, ids.NewId(), clock.GetUtcNow()))
            {
                case TokenRuling.Use use:
                    cached = use;
                    return Success(use.Token);
                case TokenRuling.Blocked blocked:
                    return new WeComReply<string>.Refused(WeComErrorRules.KindOf(blocked.Code), blocked.Code);
                case TokenRuling.Refresh refresh:
                    if (await table.TryCommitAsync(Row.Write(source.Name, rowKey, refresh.Leased, read)))
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
        var reply = await source.Ask();
        if (reply is WeComReply<IssuedToken>.Success { Value: not { Text.Length: > 0, ExpiresIn: > 0 } })
            reply = new WeComReply<IssuedToken>.Unanswered();
        var now = clock.GetUtcNow();
        if (reply is WeComReply<IssuedToken>.Refused refused)
            log.LogWarning("WeCom gave no {Name}: error {Code}.", source.Name, refused.Code);
        var next = reply switch
        {
            WeComReply<IssuedToken>.Success { Value: var token } =>
                AccessTokenRules.Renew(token.Text, TimeSpan.FromSeconds(token.ExpiresIn), now),
            WeComReply<IssuedToken>.Refused { Code: var code } => AccessTokenRules.Fail(leased, code, now),
            _ => AccessTokenRules.Fail(leased, code: null, now),
        };
        await EndLeaseAsync(leased.LeaseId!, next);
        return reply.Map(token => token.Text);
    }

    // A lease that ended while the platform was slow belongs to another instance, whose token is as good.
    async Task EndLeaseAsync(string leaseId, AccessToken next)
    {
        var ended = await table.RetryAsync(async () =>
        {
            var read = await table.FindAsync<AccessToken>(source.Name, rowKey);
            if (read?.Value.LeaseId != leaseId) return false;
            await table.CommitAsync(Row.Write(source.Name, rowKey, next, read));
            return true;
        });
        if (ended && next is { Token: { } token, LeaseId: null } && next.Failures.Count == 0)
            cached = new TokenRuling.Use(token, next.ExpiresAt);
    }

    bool Holds(TokenRuling.Use token) => clock.GetUtcNow() < token.ExpiresAt - AccessTokenRules.Margin;

    static WeComReply<string> Success(string token) => new WeComReply<string>.Success(token);
}
