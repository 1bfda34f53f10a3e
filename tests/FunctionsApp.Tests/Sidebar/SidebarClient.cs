using System.Text.Json.Nodes;
using Community.Messaging.StaffTasks;
using FunctionsApp.Messaging.StaffTasks;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Sidebar;

static class SidebarClient
{
    /// <summary>The id of a new task of the staff member.</summary>
    public static async Task<string> OpenTaskAsync(
        this AppHost app, string staff, StaffTaskKind kind = StaffTaskKind.RemoveMember, bool withGroup = true)
    {
        var group = withGroup ? await app.GroupAsync() : null;
        var task = new NewStaffTask(
            app.NewId("effect"), kind, "请把成员移出群", group, app.Now, app.Now.AddHours(1))
        { Owner = staff };
        await app.Services.GetRequiredService<StaffTaskService>().OpenAsync(task);
        return task.Id;
    }

    public static Task<ApiAnswer> EditStaffAsync(this AppHost app, string id, JsonObject edit) =>
        app.SendAsync(HttpMethod.Patch, $"/api/staff/{id}", AppHost.Json(edit));
}
