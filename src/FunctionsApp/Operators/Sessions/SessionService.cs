using Community.Operators;
using FunctionsApp.Operators.Credentials;
using FunctionsApp.Operators.Directory;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Operators.Sessions;

/// <summary>Starts, finds and ends sessions. They are rows in storage, so they hold on every instance.</summary>
public sealed class SessionService(OperatorStore operators, IdSource ids, TimeProvider clock)
{
    /// <summary>A new session of the operator with the token; null for a wrong token.</summary>
    public async Task<SignedInSession?> StartAsync(string token)
    {
        if (!SecretFormat.OperatorToken.IsWellFormed(token)) return null;
        var id = SecretFormat.SessionId.Create(ids);
        var hash = SecretFormat.HashOf(id);
        await operators.DecideAsync(
            new OperatorCommand.StartSession(SecretFormat.HashOf(token), hash, clock.GetUtcNow()));
        return await operators.FindSessionAsync(hash) is { Value: var session } ? new(id, session) : null;
    }

    /// <summary>The session, whose use is recorded now and then; null for one that does not exist or is over.</summary>
    public async Task<SignedInSession?> FindAsync(string id)
    {
        if (!SecretFormat.SessionId.IsWellFormed(id)) return null;
        var now = clock.GetUtcNow();
        if (await operators.FindSessionAsync(SecretFormat.HashOf(id)) is not { } read || read.Value.IsOverAt(now))
            return null;
        var used = read.Value.Use(now);
        if (used != read.Value) await operators.RecordUseAsync(read, used);
        return new(id, used);
    }

    public Task EndAsync(string id) =>
        operators.DecideAsync(new OperatorCommand.EndSession(SecretFormat.HashOf(id)));
}
