using FunctionsApp.Messaging.WeCom.Calls;
using FunctionsApp.Messaging.WeCom.Client;

namespace FunctionsApp.Messaging.WeCom.Tokens;

/// <summary>The tickets of the JS-SDK, which the platform gives only so often in an hour.</summary>
public sealed class SdkTicketStore(SharedTokenFactory tokens, WeComSidebarClient platform) : IDisposable
{
    readonly SharedToken ofCorporation = tokens.Create(
        new TokenSource("jsapi-ticket", async () => (await platform.GetTicketAsync()).Map(ToToken)));

    readonly SharedToken ofAgent = tokens.Create(
        new TokenSource("agent-ticket", async () => (await platform.GetAgentTicketAsync()).Map(ToToken)));

    /// <summary>The ticket that signs <c>wx.config</c>.</summary>
    public Task<WeComReply<string>> GetAsync() => ofCorporation.GetAsync();

    /// <summary>The ticket that signs <c>wx.agentConfig</c>.</summary>
    public Task<WeComReply<string>> GetOfAgentAsync() => ofAgent.GetAsync();

    public void Dispose()
    {
        ofCorporation.Dispose();
        ofAgent.Dispose();
    }

    static IssuedToken ToToken(SdkTicket ticket) => new(ticket.Ticket, ticket.ExpiresIn);
}
