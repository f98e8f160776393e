using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Lucarne.Studio.Tests;

public sealed class GenerationsTableTests
{
    [Fact]
    public void The_migration_makes_exactly_the_tables_of_the_model()
    {
        using FilmsDatabase database = new();
        using FilmsContext db = database.CreateDbContext();
        MigrationBuilder written = new(db.Database.ProviderName);
        Storage.GenerationsTable.Create(written);
        Storage.GenerationsTable.AddEdits(written);
        Storage.GenerationsTable.AddComposer(written);
        Storage.GenerationsTable.AddFirstImage(written);
        Storage.GenerationsTable.AddEngineVersion(written);
        IMigrationsModelDiffer differ = db.GetService<IMigrationsModelDiffer>();
        IReadOnlyList<MigrationOperation> wanted = differ.GetDifferences(null, db.GetService<IDesignTimeModel>().Model.GetRelationalModel());

        Describe(written.Operations).ShouldBe(Describe(wanted));
    }

    private static string[] Describe(IEnumerable<MigrationOperation> operations) => [.. operations.SelectMany(Lines).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Lines(MigrationOperation operation) => operation switch
    {
        CreateTableOperation table =>
        [
            .. table.Columns.Select(c => $"{table.Name}.{c.Name} {c.ClrType.Name} {(c.IsNullable ? "null" : "not null")} {c.MaxLength}"),
            $"{table.Name} key {table.PrimaryKey!.Name} ({string.Join(", ", table.PrimaryKey.Columns)})",
            .. table.ForeignKeys.Select(f => $"{table.Name} {f.Name} ({string.Join(", ", f.Columns)}) to {f.PrincipalTable} on delete {f.OnDelete}"),
        ],
        AddColumnOperation c => [$"{c.Table}.{c.Name} {c.ClrType.Name} {(c.IsNullable ? "null" : "not null")} {c.MaxLength}"],
        CreateIndexOperation index => [$"{index.Table} {index.Name} ({string.Join(", ", index.Columns)})"],
        _ => [operation.ToString()!],
    };
}
