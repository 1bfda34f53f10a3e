using System.Net;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Tests;

/// <summary>Reads all pages of a list.</summary>
static class ListClient
{
    /// <param name="app">The host.</param>
    /// <param name="path">The path of the list with at least the question mark of its query.</param>
    public static async Task<IReadOnlyList<T>> ListAsync<T>(this AppHost app, string path)
    {
        List<T> items = [];
        string? continuation = null;
        do
        {
            var next = continuation is null ? "" : $"&continuation={Uri.EscapeDataString(continuation)}";
            var page = (await app.GetAsync($"{path}&top=200{next}")).Expecting(HttpStatusCode.OK).As<Slice<T>>();
            items.AddRange(page.Items);
            continuation = page.Continuation;
        }
        while (continuation is not null);

        return items;
    }

    public static Task<IReadOnlyList<DeliveryView>> DeliveriesAsync(this AppHost app, string group) =>
        app.ListAsync<DeliveryView>($"/api/deliveries?groupId={group}");

    /// <summary>The group's tasks, by default the open ones.</summary>
    public static async Task<IReadOnlyList<StaffTaskView>> TasksAsync(
        this AppHost app, string group, string status = "open") =>
    [
        .. (await app.ListAsync<StaffTaskView>($"/api/tasks?status={status}")).Where(task => task.GroupId == group),
    ];
}
