using System.Text.Json.Nodes;

namespace FakeWeCom;

/// <summary>The access tokens of the app.</summary>
sealed class FakeTokens(FakeCorp corp, TimeProvider clock)
{
    const int FailuresThatBlock = 2_000;

    readonly HashSet<string> given = new(StringComparer.Ordinal);
    readonly List<DateTimeOffset> failures = [];
    string? current;
    DateTimeOffset expiresAt;

    /// <summary>While a token is valid the same one is given again.</summary>
    public JsonObject Give(FakeRequest request)
    {
        var now = clock.GetUtcNow();
        failures.RemoveAll(at => at <= now.AddHours(-1));
        if (failures.Count >= FailuresThatBlock) throw new FakeErrorException(FakeErrors.TooManyCalls);
        if (ErrorOf(request) is { } error)
        {
            failures.Add(now);
            throw new FakeErrorException(error);
        }

        if (current is null || now >= expiresAt)
        {
            current = $"fake-token-{given.Count + 1}-of-{corp.CorpId}";
            expiresAt = now + corp.TokenLifetime;
            given.Add(current);
        }

        return new JsonObject
        {
            ["access_token"] = current,
            ["expires_in"] = (int)(expiresAt - now).TotalSeconds,
        };
    }

    /// <summary>The platform ends the token before its time.</summary>
    public void Expire() => current = null;

    public void Check(FakeRequest request)
    {
        var token = request.Query.GetValueOrDefault("access_token", "");
        if (token == current && clock.GetUtcNow() < expiresAt) return;
        throw new FakeErrorException(given.Contains(token) ? FakeErrors.ExpiredToken : FakeErrors.BadToken);
    }

    int? ErrorOf(FakeRequest request)
    {
        if (request.Query.GetValueOrDefault("corpid") != corp.CorpId) return FakeErrors.BadCorp;
        if (request.Query.GetValueOrDefault("corpsecret") != corp.Secret) return FakeErrors.BadSecret;
        return null;
    }
}
