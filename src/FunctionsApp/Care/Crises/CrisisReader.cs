using Community.Care.Crises;
using Community.Messaging.StaffTasks;
using Community.Platform.Texts;
using FunctionsApp.Messaging.StaffTasks;

namespace FunctionsApp.Care.Crises;

/// <summary>Reads crises as they are shown.</summary>
public sealed class CrisisReader(CrisisStore crises, StaffTaskStore tasks)
{
    public async Task<CrisisView> ReadAsync(Crisis crisis) => new(
        crisis.Id,
        crisis.State,
        crisis.Cause,
        crisis.Owner,
        crisis.By,
        crisis.OpenedAt,
        crisis.ResolvedAt,
        crisis.Report,
        [.. crisis.Frozen()],
        crisis.Groups,
        [.. (await crises.EntriesAsync(crisis.Id)).Prepend(Beginning(crisis)).Select(CrisisEntryView.From)],
        await Task.WhenAll(CrisisTasks.Steps.Select(step => ReadAsync(crisis, step))),
        await crises.PeopleAsync(crisis.Id),
        PreparedStatement.All);

    static CrisisEntry Beginning(Crisis crisis) => new(
        crisis.OpenedAt, crisis.By, Phrasebook.Chinese.Format("crisis.entry.open", ("cause", crisis.Cause)));

    // A task is deleted some time after it was done.
    async Task<CrisisTaskView> ReadAsync(Crisis crisis, CrisisStep step)
    {
        var id = CrisisTasks.HandleId(crisis.Id, step);
        var task = (await tasks.FindAsync(id))?.Value;
        return new CrisisTaskView(
            id,
            step,
            crisis.OpenedAt + CrisisDeadlines.Of(step),
            task?.Status ?? StaffTaskStatus.Done,
            task?.DoneAt,
            task?.IsWithdrawn ?? false);
    }
}
