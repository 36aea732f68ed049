import { Controller, Get, Inject, Injectable, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsString, MaxLength, MinLength } from 'class-validator';
import type { SearchAnswer, SearchHit } from '@calmness/contracts';
import { CurrentMember, holds, RequirePermission, type Identity } from '@calmness/platform/auth';
import { SearchSource } from '@calmness/platform/composition';
import { errorFields, Log } from '@calmness/platform/observability';

export const searchSources = Symbol('search sources');

const hitsPerSource = 6;
const kinds = ['member', 'invoice', 'payment'] as const;

class SearchQuery {
  @ApiProperty({ minLength: 2, maxLength: 100 })
  @IsString()
  @MinLength(2)
  @MaxLength(100)
  q!: string;
}
class SearchHitDto implements SearchHit {
  @ApiProperty({ enum: kinds }) kind!: SearchHit['kind'];
  @ApiProperty() title!: string;
  @ApiProperty() detail!: string;
  @ApiProperty() url!: string;
}
class SearchAnswerDto implements SearchAnswer {
  @ApiProperty({ type: [SearchHitDto] }) hits!: SearchHitDto[];
}

/** Asks every domain the reader may look into; one that fails is left out. */
@Injectable()
export class SearchComposer {
  constructor(
    @Inject(searchSources) private readonly sources: readonly SearchSource[],
    private readonly log: Log,
  ) {}

  async search(text: string, reader: Identity): Promise<SearchHit[]> {
    const allowed = this.sources.filter(({ permission }) => holds(reader, permission));
    const answers = await Promise.allSettled(allowed.map((source) => source.search(text, hitsPerSource)));
    return answers.flatMap((answer) => {
      if (answer.status === 'fulfilled') return answer.value;
      this.log.error('search source failed', errorFields(answer.reason));
      return [];
    });
  }
}

@ApiTags('operations')
@ApiBearerAuth()
@Controller('admin/search')
export class SearchController {
  constructor(private readonly composer: SearchComposer) {}

  /** Members, payments and invoices by a part of their name or number. */
  @RequirePermission('staff.day-queue')
  @Get()
  @ApiOkResponse({ type: SearchAnswerDto })
  async search(@CurrentMember() reader: Identity, @Query() { q }: SearchQuery): Promise<SearchAnswerDto> {
    return { hits: await this.composer.search(q.trim(), reader) };
  }
}
