using System.Net;
using System.Text.Json.Nodes;
using Community.Messaging.Channels;
using Community.Messaging.StaffTasks;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Pushes.DaySheets;
using FunctionsApp.Pushes.Occurrences;
using FunctionsApp.Tests.Groups;

namespace FunctionsApp.Tests.Pushes.DaySheets;

/// <summary>Reads sheets through the API. The brand's clock starts at 9 in the morning of 1 December.</summary>
static class DaySheetClient
{
    public const string Today = "2026-12-01";

    public static readonly AppHostSetup Manual = AppHostSetup.With(ChannelAction.SendToGroup, "Manual");

    /// <summary>An instant of 1 December in the brand's zone, or of a later day.</summary>
    public static DateTimeOffset At(int hour, int minute = 0, int day = 1) =>
        new(2026, 12, day, hour, minute, 0, TimeSpan.FromHours(8));

    public static Task ToAsync(this AppHost app, DateTimeOffset at) => app.AdvanceAsync(at - app.Now);

    public static async Task<string> OwnedGroupAsync(this AppHost app, string owner)
    {
        var group = await app.GroupAsync();
        await app.OwnAsync(group, owner);
        return group;
    }

    public static async Task OwnAsync(this AppHost app, string group, string owner) =>
        (await app.EditGroupAsync(group, new JsonObject { ["by"] = "小王", ["owner"] = owner }))
            .Expecting(HttpStatusCode.OK);

    /// <summary>Plans a push of a new item each day; the result is the first one.</summary>
    public static async Task<PushView> PlanDailyAsync(
        this AppHost app, string group, string time, string text = "今天聊聊怎么存茶")
    {
        var plan = await app.PlanAsync(group, PushClient.Daily("s1", time, await app.ApprovedAsync(text)));
        return (await app.PushesAsync(group)).First(push => push.PlanId == plan);
    }

    public static async Task<PushView> GetPushAsync(this AppHost app, string push) =>
        (await app.GetAsync($"/api/pushes/{push}")).Expecting(HttpStatusCode.OK).As<PushView>();

    public static async Task<DaySheetView> SheetAsync(this AppHost app, string owner, string date = Today) =>
        (await app.GetAsync($"/api/day-sheets/{owner}/{date}")).Expecting(HttpStatusCode.OK).As<DaySheetView>();

    /// <summary>The tasks of the owner's sheets, by default the open ones.</summary>
    public static async Task<IReadOnlyList<StaffTaskView>> SheetTasksAsync(
        this AppHost app, string owner, string status = "open") =>
    [
        .. (await app.ListAsync<StaffTaskView>($"/api/tasks?owner={owner}&status={status}"))
            .Where(task => task.Kind is StaffTaskKind.SendPushes),
    ];
}
