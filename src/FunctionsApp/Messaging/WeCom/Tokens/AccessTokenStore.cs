using FunctionsApp.Messaging.WeCom.Client;

namespace FunctionsApp.Messaging.WeCom.Tokens;

/// <summary>The token of the app's calls.</summary>
public sealed class AccessTokenStore(SharedTokenFactory tokens, AccessTokenClient client) : IDisposable
{
    readonly SharedToken token = tokens.Create(new TokenSource("access-token", async () =>
        (await client.GetAsync()).Map(given => new IssuedToken(given.AccessToken, given.ExpiresIn))));

    /// <inheritdoc cref="SharedToken.GetAsync"/>
    public Task<WeComReply<string>> GetAsync(string? rejected = null) => token.GetAsync(rejected);

    public void Dispose() => token.Dispose();
}
