using Community.Transfer;
using FunctionsApp.Transfer.Documents;
using FunctionsApp.Transfer.Sections;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Transfer;

/// <summary>A document to import, how, for whom, and what the addresses of tracked links start with.</summary>
public sealed record ImportRequest(PlansDocument Document, ImportMode Mode, string By, string LinkBase);

/// <summary>Reads documents of plans back.</summary>
public sealed class PlanImporter(
    IEnumerable<IPlanSection> sections, BrandIdStore brand, PlanSettingsReader settings)
{
    /// <summary>
    /// Compares the things of the document with the store in the order in which they name each other and, unless the
    /// import is a dry run, stores them one by one. A repeat finds them, and completes what failed.
    /// </summary>
    public async Task<PlanImportReport> ImportAsync(ImportRequest request, DurableTaskClient durable)
    {
        var document = request.Document;
        var relation = ImportRules.Relate(document.BrandId!, await brand.FindAsync(), await IsEmptyAsync());
        if (relation is BrandRelation.Empty && !request.Mode.IsDryRun) await brand.TakeOverAsync(document.BrandId!);
        var context = new ImportContext(
            document, request.Mode, relation, request.By, request.LinkBase, durable);
        List<ImportedThing> things = [];
        foreach (var section in sections) things.AddRange(await section.ImportAsync(document, context));
        return new PlanImportReport(
            request.Mode.IsDryRun, relation, ImportCounts.Of(things), things, settings.Compare(document.Settings));
    }

    async Task<bool> IsEmptyAsync()
    {
        foreach (var section in sections)
        {
            if (!await section.IsEmptyAsync()) return false;
        }

        return true;
    }
}
