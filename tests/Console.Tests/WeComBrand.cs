using System.Text;
using FakeWeCom;
using FunctionsApp.Messaging.WeCom.Client;
using FunctionsApp.Tests.Messaging.WeCom;
using Microsoft.Extensions.DependencyInjection;

namespace ConsoleTests;

/// <summary>
/// A brand on WeCom with two groups, and a platform in the process with three chats, two of which are called as the
/// groups are.
/// </summary>
public sealed class WeComBrand : IAsyncLifetime
{
    readonly HttpClient platformCalls = new();

    public WeComBrand() => Host = new ConsoleHost
    {
        Settings = new Dictionary<string, string?>(WeComHost.Settings(), StringComparer.Ordinal)
        {
            ["LocalRuntime:Demo"] = "false",
        },
        Configure = services => services
            .AddSingleton(provider => new FakeWeComServer(Corp, provider.GetRequiredService<TimeProvider>()))
            .AddSingleton(provider => new WeComTransport(provider.GetRequiredService<FakeWeComServer>)),
    };

    public ConsoleHost Host { get; }

    internal FakeCorp Corp { get; } = WeComHost.NewCorp();

    internal FakeWeComServer Platform => Host.Service<FakeWeComServer>();

    public async ValueTask InitializeAsync()
    {
        await Host.InitializeAsync();
        Platform.Callbacks.Receiver = ReceiveAsync;
        await Host.Api.PostAsync("/api/staff", new { id = "xiao-lin", name = "林小雨", weComUserId = "owner-1" });
        await Host.Api.PostAsync("/api/staff", new { id = "lao-zhou", name = "老周", weComUserId = "owner-2" });
        foreach (var group in (string[])["rock", "white"])
        {
            await Host.Api.CreateGroupAsync(group, endsAt: Host.Now.AddDays(30));
            await AppearAsync("owner-1", $"春茶福利群 {group}", customers: 12);
        }

        await AppearAsync("owner-2", "岩茶老客交流群", customers: 86);
    }

    /// <summary>A person makes a chat on the platform, and customers join it. Its id.</summary>
    public async Task<string> AppearAsync(string owner, string name, int customers)
    {
        var chat = Platform.Groups.Create(owner, name);
        for (var n = 1; n <= customers; n++)
            Platform.Groups.Join(chat.Id, $"wm-{chat.Id}-{n}", $"茶友 {n}");
        await Platform.Callbacks.DeliverAsync();
        await Host.AdvanceAsync(TimeSpan.FromHours(2)); // chats without a group are read each hour
        return chat.Id;
    }

    /// <summary>An owner sends to the chat by hand, which the app reads within two hours.</summary>
    public async Task SendByStaffAsync(string owner, string chatId, int times)
    {
        for (var n = 0; n < times; n++) Platform.GroupSends.SendByStaff(owner, chatId);
        await Host.AdvanceAsync(TimeSpan.FromHours(2));
    }

    async Task<bool> ReceiveAsync(FakeCallback callback)
    {
        using var content = new StringContent(callback.Body!, Encoding.UTF8, "text/xml");
        using var answer = await platformCalls.PostAsync(
            new Uri(Host.Address, $"/webhooks/wecom?{callback.Query}"), content);
        return answer.IsSuccessStatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        platformCalls.Dispose();
        await Host.DisposeAsync();
    }
}
