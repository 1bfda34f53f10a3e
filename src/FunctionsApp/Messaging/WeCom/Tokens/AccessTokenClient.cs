using FunctionsApp.Messaging.WeCom.Client;

namespace FunctionsApp.Messaging.WeCom.Tokens;

/// <summary>The platform's answer; <c>ExpiresIn</c> is in seconds.</summary>
public sealed record NewToken(string AccessToken, int ExpiresIn);

/// <summary>Asks the platform for tokens.</summary>
public sealed class AccessTokenClient(WeComSender sender, WeComSettings settings)
{
    /// <summary>A token. While an earlier one holds, the platform may give it again.</summary>
    public async Task<WeComReply<NewToken>> GetAsync()
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            WeComApi.Address("gettoken", [("corpid", settings.CorpId), ("corpsecret", settings.Secret)]));
        return await sender.SendAsync<NewToken>(request, onlyReads: true);
    }
}
