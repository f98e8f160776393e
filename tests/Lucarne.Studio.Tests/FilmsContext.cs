using Lucarne.Studio.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Studio.Tests;

/// <summary>The studio's tables and nothing else.</summary>
public sealed class FilmsContext(DbContextOptions<FilmsContext> options) : StudioContext(options);
