using System.Net;
using System.Text.Json.Nodes;
using Community.Messaging.StaffTasks;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Tests.Events.WeCom;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Sidebar;

static class SidebarClient
{
    /// <summary>A staff member with an account on WeCom.</summary>
    public static async Task<(string Id, string Account)> StaffAsync(this LiveWeComHost app)
    {
        var (id, account) = (app.NewId("staff"), app.NewId("account"));
        app.Corp.VisibleStaff.Add(account);
        var body = new JsonObject { ["id"] = id, ["name"] = "林小雨", ["weComUserId"] = account };
        (await app.PostAsync("/api/staff", body)).Expecting(HttpStatusCode.Created);
        return (id, account);
    }

    /// <summary>The id of a new task of the staff member.</summary>
    public static async Task<string> OpenTaskAsync(
        this AppHost app, string staff, StaffTaskKind kind = StaffTaskKind.RemoveMember, bool withGroup = true)
    {
        var group = withGroup ? await app.GroupAsync() : null;
        var task = new NewStaffTask(
            app.NewId("effect"), kind, "请把成员移出群", group, app.Now, app.Now.AddHours(1)) { Owner = staff };
        await app.Services.GetRequiredService<StaffTaskService>().OpenAsync(task);
        return task.Id;
    }

    public static Task<ApiAnswer> EditStaffAsync(this AppHost app, string id, JsonObject edit) =>
        app.SendAsync(HttpMethod.Patch, $"/api/staff/{id}", AppHost.Json(edit));
}
