using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using FakeWeCom;
using FunctionsApp.Groups;
using FunctionsApp.Messaging.WeCom.Chats;
using FunctionsApp.Messaging.WeCom.Client;
using FunctionsApp.Tests.Messaging.WeCom;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TestSupport.Logs;

namespace FunctionsApp.Tests.Events.WeCom;

/// <summary>An app on WeCom with a platform that lives in the app's virtual time.</summary>
public sealed class LiveWeComHost : AppHost
{
    readonly PlatformLink link;

    public LiveWeComHost()
        : this(new PlatformLink())
    {
    }

    internal LiveWeComHost(params IEnumerable<(string Name, string Value)> settings)
        : this(new PlatformLink(), writes: null, settings)
    {
    }

    internal LiveWeComHost(TableWritePolicy writes)
        : this(new PlatformLink(), writes)
    {
    }

    LiveWeComHost(
        PlatformLink link,
        TableWritePolicy? writes = null,
        params IEnumerable<(string Name, string Value)> settings)
        : base(new AppHostSetup
        {
            Settings = SettingsWith(settings),
            Configure = builder =>
            {
                builder.Services.AddSingleton(new WeComTransport(() => link));
                if (writes is not null) builder.Services.AddSingleton<IConfigureOptions<TableClientOptions>>(writes);
                LogCapture.AddTo(builder.Logging, link.Lines.Enqueue);
            },
        })
    {
        this.link = link;
        link.Make = NewPlatform;
    }

    /// <summary>The log so far.</summary>
    internal IReadOnlyCollection<LogLine> Lines => link.Lines;

    internal FakeCorp Corp { get; } = WeComHost.NewCorp();

    internal FakeWeComServer Platform => link.Server;

    /// <summary>Delivers the callbacks that wait, and runs what follows from them.</summary>
    internal async Task DeliverAsync()
    {
        await Platform.Callbacks.DeliverAsync();
        await RunUntilIdleAsync();
    }

    /// <summary>A group that is bound to a new chat of the platform.</summary>
    internal async Task<(string Group, FakeChat Chat)> BoundGroupAsync(string kind = "SuperUser")
    {
        var group = await this.GroupAsync(kind: kind);
        var chat = Platform.Groups.Create("owner-1", "茶友群");
        await DeliverAsync();
        (await BindAsync(group, chat.Id)).Expecting(HttpStatusCode.OK);
        await RunUntilIdleAsync();
        return (group, chat);
    }

    /// <summary>A staff member with an account on WeCom.</summary>
    internal async Task<(string Id, string Account)> StaffAsync()
    {
        var (id, account) = (this.NewId("staff"), this.NewId("account"));
        Corp.VisibleStaff.Add(account);
        var body = new JsonObject { ["id"] = id, ["name"] = "林小雨", ["weComUserId"] = account };
        (await this.PostAsync("/api/staff", body)).Expecting(HttpStatusCode.Created);
        return (id, account);
    }

    internal Task<ApiAnswer> BindAsync(string group, string chatId) => SendAsync(
        HttpMethod.Post,
        $"/api/groups/{group}/bind",
        JsonContent.Create(new { channelGroupId = chatId, by = "小林" }));

    internal Task<IReadOnlyList<ChatView>> ChatsAsync(string query = "") =>
        this.ListAsync<ChatView>($"/api/channel/chats?{query}");

    /// <summary>The ids of the members who are present.</summary>
    internal async Task<IEnumerable<string>> PresentAsync(string group) => (await this.MembersAsync(group))
        .Where(member => member.LeftAt is null)
        .Select(member => member.MemberId)
        .Order(StringComparer.Ordinal);

    static Dictionary<string, string?> SettingsWith(IEnumerable<(string Name, string Value)> settings)
    {
        var all = WeComHost.Settings();
        foreach (var (name, value) in settings) all[name] = value;
        return all;
    }

    FakeWeComServer NewPlatform()
    {
        var platform = new FakeWeComServer(Corp, Services.GetRequiredService<TimeProvider>());
        platform.Callbacks.Receiver = async callback =>
        {
            using var content = new StringContent(callback.Body!, Encoding.UTF8, "text/xml");
            return (await SendAsync(HttpMethod.Post, $"/webhooks/wecom?{callback.Query}", content)).Status
                is HttpStatusCode.OK;
        };
        return platform;
    }

    // The platform needs the clock of the app, which is built later than its connections.
    sealed class PlatformLink : DelegatingHandler
    {
        public Func<FakeWeComServer>? Make { get; set; }

        public ConcurrentQueue<LogLine> Lines { get; } = [];

        public FakeWeComServer Server
        {
            get
            {
                InnerHandler ??= Make!();
                return (FakeWeComServer)InnerHandler;
            }
        }

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            _ = Server;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
