using FunctionsApp.Messaging.WeCom.Client;

namespace FunctionsApp.Messaging.WeCom.Calls;

/// <summary>What a page in the platform's client needs: tickets of the JS-SDK, and who opened it.</summary>
public sealed class WeComSidebarClient(WeComApi api)
{
    /// <summary>The ticket that signs <c>wx.config</c>; <c>SdkTicketStore</c> keeps it until it ends.</summary>
    public Task<WeComReply<SdkTicket>> GetTicketAsync() => api.GetAsync<SdkTicket>("get_jsapi_ticket");

    /// <summary>The ticket that signs <c>wx.agentConfig</c>; kept likewise.</summary>
    public Task<WeComReply<SdkTicket>> GetAgentTicketAsync() =>
        api.GetAsync<SdkTicket>("ticket/get", ("type", "agent_config"));

    /// <summary>Who signed in with the code of OAuth, which is good once.</summary>
    public Task<WeComReply<SignedInPerson>> GetPersonAsync(string code) =>
        api.GetAsync<SignedInPerson>("auth/getuserinfo", ("code", code));
}

/// <summary>A ticket; <c>ExpiresIn</c> is in seconds.</summary>
public sealed record SdkTicket(string Ticket, int ExpiresIn);

/// <summary><c>Userid</c> is null for a person who is not of the corporation.</summary>
public sealed record SignedInPerson(string? Userid);
